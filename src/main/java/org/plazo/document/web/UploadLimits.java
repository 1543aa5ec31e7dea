package org.plazo.document.web;

import jakarta.servlet.MultipartConfigElement;
import org.plazo.document.DocumentSettings;
import org.plazo.security.BodyLimit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How large an upload may be. The size of the file itself is checked where it is written, so that the refusal can name the
 * field; here is some room for the other fields. Other addresses keep their smaller limit for all bodies.
 */
@Configuration(proxyBeanMethods = false)
class UploadLimits {

    private static final long OTHER_FIELDS = 1024 * 1024;

    private final long largestForm;

    UploadLimits(DocumentSettings settings) {
        this.largestForm = settings.maxSize().toBytes() + OTHER_FIELDS;
    }

    /** The container knows one limit for all forms; each address has its own before that. */
    @Bean
    MultipartConfigElement multipartConfig(ObjectProvider<BodyLimit> limits) {
        long largest = limits.stream().mapToLong(BodyLimit::bytes).max().orElse(largestForm);
        return new MultipartConfigElement("", -1, largest, 0);
    }

    @Bean
    BodyLimit documentsOfTheApi() {
        return new BodyLimit("POST", DocumentController.PATH, largestForm, "file");
    }

    @Bean
    BodyLimit documentsOfThePages() {
        return new BodyLimit("POST", DocumentsPage.PATH, largestForm, "file");
    }
}
