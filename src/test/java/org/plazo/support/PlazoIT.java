package org.plazo.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.FileSystemUtils;

/**
 * The whole application on a random port with an in-memory database. All tests with this annotation alone share one
 * context and one database: they must not rely on an empty register, and must use their own data.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(PlazoIT.Clocks.class)
@ContextConfiguration(initializers = PlazoIT.OwnConfiguration.class)
public @interface PlazoIT {

    @TestConfiguration(proxyBeanMethods = false)
    class Clocks {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    /** Copies of {@code config} and {@code processes}, whose files a test may change if it restores them. */
    class OwnConfiguration implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("plazo.config-dir=" + copyOf("config"), "plazo.processes-dir=" + copyOf("processes"))
                    .applyTo(context);
        }

        private static Path copyOf(String folder) {
            Path copy = Path.of("target", "test-data", folder + "-" + UUID.randomUUID());
            try {
                FileSystemUtils.copyRecursively(Path.of(folder), copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return copy;
        }
    }
}
