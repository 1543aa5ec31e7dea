/** Rows that commands and lists both read and write. */
@NullMarked
package org.plazo.request.rows;

import org.jspecify.annotations.NullMarked;
