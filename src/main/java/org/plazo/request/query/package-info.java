/** Lists and details for readers. */
@NullMarked
package org.plazo.request.query;

import org.jspecify.annotations.NullMarked;
