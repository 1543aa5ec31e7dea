/** Working days and opening hours of one party or of several together. Pure: no database, no engine, no clock. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.plazo.calendar;

import org.jspecify.annotations.NullMarked;
