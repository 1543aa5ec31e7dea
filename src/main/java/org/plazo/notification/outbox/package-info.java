/** The two tables of the outbox and the task that empties it. */
@NullMarked
package org.plazo.notification.outbox;

import org.jspecify.annotations.NullMarked;
