/** Who may see which request: classes of levels and need-to-know groups. */
@NullMarked
package org.plazo.request.access;

import org.jspecify.annotations.NullMarked;
