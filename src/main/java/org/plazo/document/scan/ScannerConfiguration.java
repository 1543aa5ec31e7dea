package org.plazo.document.scan;

import java.util.Objects;
import org.plazo.document.DocumentSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** clamd if its host is configured; without one there is no scanner, and nothing waits for it. */
@Configuration(proxyBeanMethods = false)
class ScannerConfiguration {

    @Bean
    @ConditionalOnProperty("plazo.document.clamd.host")
    VirusScanner clamdScanner(DocumentSettings settings) {
        DocumentSettings.Clamd clamd = Objects.requireNonNull(settings.clamd(), "a host makes the settings of clamd");
        return VirusScanner.clamd(clamd.host(), clamd.port(), clamd.timeout());
    }
}
