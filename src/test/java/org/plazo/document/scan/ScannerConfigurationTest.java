package org.plazo.document.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plazo.document.DocumentSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ScannerConfigurationTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(ScannerConfiguration.class, Settings.class);

    @EnableConfigurationProperties(DocumentSettings.class)
    static class Settings {}

    @Test
    void hasNoScannerUnlessOneIsNamed() {
        application.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(VirusScanner.class));
    }

    @Test
    void talksToTheClamdThatIsNamed(@TempDir Path folder) throws IOException {
        try (FakeClamd clamd = new FakeClamd()) {
            Path file = Files.writeString(folder.resolve("file"), FakeClamd.EICAR);
            application
                    .withPropertyValues(
                            "plazo.document.clamd.host=localhost", "plazo.document.clamd.port=" + clamd.port())
                    .run(context -> assertThat(context.getBean(VirusScanner.class)
                                    .scan(file)
                                    .detail())
                            .isEqualTo("Eicar-Test-Signature"));
        }
    }

    @Test
    void refusesAPortWithoutAHost() {
        application.withPropertyValues("plazo.document.clamd.port=3310").run(context -> assertThat(context)
                .hasFailed());
    }
}
