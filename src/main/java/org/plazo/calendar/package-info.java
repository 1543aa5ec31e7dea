/**
 * Working days and opening hours of one party or of several together, and the versions of them that were in force. What is
 * computed is pure: a version never changes.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.plazo.calendar;

import org.jspecify.annotations.NullMarked;
