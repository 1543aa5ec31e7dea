package org.plazo.deadline;

import org.plazo.calendar.Calendars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the pure computation available to the other features. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    @Bean
    DueDates dueDates(Calendars calendars) {
        return new CalendarDueDates(calendars);
    }
}
