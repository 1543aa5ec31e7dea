package org.plazo.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The delivered diagram reads as well in Spanish as in English. */
class DiagramNamesTest {

    private static final Path OUTGOING = Path.of("processes", "outgoing-request.bpmn");
    private static final Path INCOMING = Path.of("processes", "incoming-request.bpmn");
    private static final Pattern NAME = Pattern.compile(
            "<(?:\\w+:)?(?:process|\\w*[eE]vent|\\w+Gateway|\\w*[tT]ask|subProcess|sequenceFlow) [^>]*?\\bname=\"([^\"]*)\"");
    private static final Pattern USER_TASK = Pattern.compile("<bpmn:userTask [^>]*?\\bname=\"([^\"]*)\"");

    private static List<String> found(Pattern pattern, String xml) {
        return pattern.matcher(xml).results().map(MatchResult::group).toList();
    }

    private static Set<String> names(String xml) {
        return NAME.matcher(xml).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void hasEveryNameInBothLanguages() throws IOException {
        assertThat(namesInBothLanguages(OUTGOING))
                .contains("Outgoing request", "Review the request", "Request closed", "no: partial or insufficient")
                .contains("Solicitud saliente", "Revisar la solicitud", "Solicitud cerrada", "¿Aprobada?");
        assertThat(namesInBothLanguages(INCOMING))
                .contains("Incoming request", "Acknowledge receipt", "Execute measure", "no: refused")
                .contains("Solicitud entrante", "Acusar recibo", "Ejecutar medida", "¿Admisible?", "no: denegada");
    }

    private static Set<String> namesInBothLanguages(Path file) throws IOException {
        String raw = Files.readString(file);
        Set<String> english = names(DiagramNames.in(Locale.ENGLISH, raw));
        Set<String> spanish = names(DiagramNames.in(Locale.forLanguageTag("es-CU"), raw));
        assertThat(Stream.concat(english.stream(), spanish.stream())).noneMatch(name -> name.contains("·"));
        // written alike
        spanish.remove("no");
        assertThat(spanish).doesNotContainAnyElementsOf(english);
        assertThat(found(NAME, DiagramNames.in(Locale.forLanguageTag("es"), raw)))
                .hasSameSizeAs(found(NAME, raw));
        spanish.addAll(english);
        return spanish;
    }

    @Test
    void showsTheNamesOfTasksWithoutHelpFromUs() throws IOException {
        for (Path file : List.of(OUTGOING, INCOMING)) {
            assertThat(USER_TASK.matcher(Files.readString(file)).results().map(match -> match.group(1)))
                    .hasSizeGreaterThan(7)
                    .allMatch(name -> name.split(" · ").length == 2);
        }
    }
}
