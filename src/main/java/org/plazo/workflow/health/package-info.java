/** Whether the engine can be relied on: what is checked at start, and what the health endpoint tells. */
@NullMarked
package org.plazo.workflow.health;

import org.jspecify.annotations.NullMarked;
