/** What a request may say: checks of what people enter. */
@NullMarked
package org.plazo.request.content;

import org.jspecify.annotations.NullMarked;
