/** Loading {@code processes/}: check each file, compare it with the version in force, deploy what changed. */
@NullMarked
package org.plazo.workflow.deployment;

import org.jspecify.annotations.NullMarked;
