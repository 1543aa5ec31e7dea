/** The documents of a request: the part of its page, and the API. */
@NullMarked
package org.plazo.document.web;

import org.jspecify.annotations.NullMarked;
