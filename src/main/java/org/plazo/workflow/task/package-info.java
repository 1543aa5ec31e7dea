/** What is done in a task is done to the request: the listeners behind the forms. */
@NullMarked
package org.plazo.workflow.task;

import org.jspecify.annotations.NullMarked;
