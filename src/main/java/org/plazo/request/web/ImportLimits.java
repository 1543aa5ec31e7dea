package org.plazo.request.web;

import org.plazo.request.ImportSettings;
import org.plazo.security.BodyLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A file to import may be larger than other bodies; it is written to disk as it comes in. */
@Configuration(proxyBeanMethods = false)
class ImportLimits {

    private static final long OTHER_FIELDS = 64 * 1024;

    private final long maxFile;

    ImportLimits(ImportSettings settings) {
        this.maxFile = settings.maxFile().toBytes();
    }

    @Bean
    BodyLimit importsOfTheApi() {
        return new BodyLimit("POST", "/api/imports", maxFile, "file");
    }

    @Bean
    BodyLimit importsOfThePages() {
        return new BodyLimit("POST", "/imports", maxFile + OTHER_FIELDS, "file");
    }
}
