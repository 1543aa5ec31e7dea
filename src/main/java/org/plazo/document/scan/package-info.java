/** Asks a virus scanner. */
@NullMarked
package org.plazo.document.scan;

import org.jspecify.annotations.NullMarked;
