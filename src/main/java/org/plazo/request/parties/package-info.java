/** The two sides and the code lists, from configuration. */
@NullMarked
package org.plazo.request.parties;

import org.jspecify.annotations.NullMarked;
