package org.plazo.calendar;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the calendars at start: a file that cannot be used stops it, before a wrong day is computed. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    Calendars calendars(@Value("${plazo.config-dir}") Path config) {
        return new Calendars(CalendarFile.readAll(config.resolve("calendars")));
    }
}
