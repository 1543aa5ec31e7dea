package org.plazo.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No password or key stands in what is delivered; the users of the demo are made in code, for the demo alone. */
class SecretsTest {

    private static final Pattern SECRET = Pattern.compile(
            "(?i)(password|passwd|secret|token|api-?key|credential)s?[ \"']*[:=][ \"']*([^\\s\"'}#,]+)");

    @Test
    void areNotInTheConfiguration() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path root : List.of(Path.of("config"), Path.of("src/main/resources"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(SecretsTest::isConfiguration).toList()) {
                    for (String line : Files.readAllLines(file)) {
                        var match = SECRET.matcher(line.replaceFirst("#.*", ""));
                        if (match.find() && !match.group(2).matches("\\$\\{.*|true|false")) {
                            found.add(file + ": " + line);
                        }
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean isConfiguration(Path file) {
        return file.toString().matches(".*application[^/]*\\.(yaml|yml|properties)");
    }
}
