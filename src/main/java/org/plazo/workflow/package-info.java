/** The engine: processes, decision tables, tasks, timers and escalation. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"calendar", "request", "deadline", "notification", "security"})
package org.plazo.workflow;

import org.jspecify.annotations.NullMarked;
