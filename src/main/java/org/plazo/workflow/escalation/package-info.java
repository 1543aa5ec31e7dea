/** Which step of a deadline's ladder is due, and taking it: once, the highest, and told in the same transaction. */
@NullMarked
package org.plazo.workflow.escalation;

import org.jspecify.annotations.NullMarked;
