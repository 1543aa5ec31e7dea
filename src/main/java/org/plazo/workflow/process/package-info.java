/** Moves processes: what happens to a request moves its process, and clocks, timers and task dates follow. */
@NullMarked
package org.plazo.workflow.process;

import org.jspecify.annotations.NullMarked;
