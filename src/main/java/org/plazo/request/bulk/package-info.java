/** One command for many requests. */
@NullMarked
package org.plazo.request.bulk;

import org.jspecify.annotations.NullMarked;
