/** Requests from CSV files. */
@NullMarked
package org.plazo.request.imports;

import org.jspecify.annotations.NullMarked;
