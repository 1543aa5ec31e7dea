/** Changed time limits and ladders: what they would move, publishing them, and letting running deadlines follow. */
@NullMarked
package org.plazo.workflow.change;

import org.jspecify.annotations.NullMarked;
