/** The running deadlines of a request and the events that move them. */
@NullMarked
package org.plazo.request.clock;

import org.jspecify.annotations.NullMarked;
