package org.plazo.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plazo.workflow.process.BothLanguages;

/** Every line of a form can be read in Spanish alone and in English alone. */
class FormsInBothLanguagesTest {

    /** The line that names the request, an example of a date, and a name. */
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "**[{{reference}}](/requests/{{reference}})** · {{crimeArea}} · {{requestedAuthority}} · {{urgency}}",
            "**[{{reference}}](/requests/{{reference}})** · {{crimeArea}} · {{requestingAuthority}} · {{urgency}}",
            "2026-03-14",
            "Interpol");

    /** What the engine's answers put into words; as a field of a task's form it would be filled with the word. */
    private static final Set<String> SHOWN_AS_WORDS =
            Set.of("urgency", "crimeArea", "requestedAuthority", "requestingAuthority", "executingAgency");

    private static final Set<String> START_FORMS = Set.of("new-request.form", "receive-request.form");

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void haveAHalfForEachReader(Path form) throws IOException {
        for (JsonNode component : components(form)) {
            Stream<String> own = Stream.of("label", "text", "description")
                    .map(name -> component.path(name).asText(""));
            Stream<String> choices = component.findValuesAsText("label").stream();
            Stream.concat(own, choices)
                    .flatMap(String::lines)
                    .filter(line -> !line.isBlank() && !FOR_EVERYBODY.contains(line))
                    .forEach(line -> assertThat(List.of(
                                    BothLanguages.in(Locale.forLanguageTag("es"), line),
                                    BothLanguages.in(Locale.ENGLISH, line)))
                            .as(line)
                            .doesNotContain(line)
                            .noneMatch(half -> half.contains("·")));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void askOfARunningRequestNoCodeThatIsShownAsAWord(Path form) throws IOException {
        if (!START_FORMS.contains(form.getFileName().toString())) {
            for (JsonNode component : components(form)) {
                assertThat(SHOWN_AS_WORDS).doesNotContain(component.path("key").asText(""));
            }
        }
    }

    private static JsonNode components(Path form) throws IOException {
        return new ObjectMapper().readTree(form.toFile()).path("components");
    }
}
