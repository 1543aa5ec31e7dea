/** What a due date is and why: a pure function of time limit, calendar and clock events. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar"})
package org.plazo.deadline;

import org.jspecify.annotations.NullMarked;
