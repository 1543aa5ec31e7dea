package org.plazo.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * The tests' database is gone with each build, its directory is not: after a day its files would count as a store whose
 * database was lost. Files that are older than this process go.
 */
@Configuration(proxyBeanMethods = false)
@Profile("test")
class DocumentsOfEarlierBuilds {

    @Bean
    static BeanFactoryPostProcessor forgetDocumentsOfEarlierBuilds() {
        return beans -> {
            Path directory = Path.of("target/test-data/documents");
            if (!Files.isDirectory(directory)) {
                return;
            }
            long began = ManagementFactory.getRuntimeMXBean().getStartTime();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (Files.getLastModifiedTime(file).toMillis() < began) {
                        Files.delete(file);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
