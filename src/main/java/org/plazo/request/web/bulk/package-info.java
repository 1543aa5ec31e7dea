/** The page of one command for many requests. */
@NullMarked
package org.plazo.request.web.bulk;

import org.jspecify.annotations.NullMarked;
