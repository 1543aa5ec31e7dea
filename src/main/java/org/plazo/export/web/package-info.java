/** The record of exports, as a page. */
@NullMarked
package org.plazo.export.web;

import org.jspecify.annotations.NullMarked;
