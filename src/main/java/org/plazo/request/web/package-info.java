/** The register's pages and its API. */
@NullMarked
package org.plazo.request.web;

import org.jspecify.annotations.NullMarked;
