/** Reads what bodies, forms and headers hold. */
@NullMarked
package org.plazo.request.web.input;

import org.jspecify.annotations.NullMarked;
