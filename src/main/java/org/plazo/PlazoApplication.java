package org.plazo;

import java.time.Clock;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts Plazo: pages, API, Camunda's webapps and the engine in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PlazoApplication {

    /**
     * The JVM's zone is set to UTC before anything else: the engine stores timestamps without a zone. No code of ours
     * may depend on it.
     */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(PlazoApplication.class, args);
    }

    /** The only source of "now": whoever needs the time takes it from here, so that tests can move it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
