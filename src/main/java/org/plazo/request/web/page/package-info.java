/** The page of one request: what it shows, and the commands that fit. */
@NullMarked
package org.plazo.request.web.page;

import org.jspecify.annotations.NullMarked;
