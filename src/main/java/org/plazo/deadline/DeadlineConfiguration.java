package org.plazo.deadline;

import org.plazo.calendar.CalendarVersions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the pure computation available to the other features. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    @Bean
    DueDates dueDates(CalendarVersions calendars) {
        return new CalendarDueDates(calendars);
    }
}
