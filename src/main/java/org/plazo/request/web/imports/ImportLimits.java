package org.plazo.request.web.imports;

import org.plazo.request.imports.ImportSettings;
import org.plazo.security.BodyLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A file to import may be larger than other bodies; it is written to disk as it comes in. */
@Configuration(proxyBeanMethods = false)
class ImportLimits {

    @Bean
    BodyLimit importsOfTheApi(ImportSettings settings) {
        return new BodyLimit("POST", "/api/imports", settings.maxFile().toBytes(), "file");
    }

    /** With room for what else a form holds. */
    @Bean
    BodyLimit importsOfThePages(ImportSettings settings) {
        return new BodyLimit("POST", ImportPage.PATH, settings.maxFile().toBytes() + 1024 * 1024, "file");
    }
}
