package org.plazo.request.parties;

import java.nio.file.Path;
import org.plazo.calendar.CalendarVersions;
import org.plazo.request.Parties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parties are read once, when the application starts. */
@Configuration(proxyBeanMethods = false)
class PartiesConfiguration {

    @Bean
    Parties parties(@Value("${plazo.config-dir}") Path configDir, CalendarVersions calendars) {
        return PartiesFile.read(
                configDir.resolve("parties.yaml"),
                id -> calendars.inForce().find(id).isPresent());
    }
}
