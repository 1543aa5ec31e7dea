/** The pages of imports. */
@NullMarked
package org.plazo.request.web.imports;

import org.jspecify.annotations.NullMarked;
