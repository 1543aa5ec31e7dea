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

    private static final Path FILE = Path.of("processes", "outgoing-request.bpmn");
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
        String raw = Files.readString(FILE);
        Set<String> english = names(DiagramNames.in(Locale.ENGLISH, raw));
        Set<String> spanish = names(DiagramNames.in(Locale.forLanguageTag("es-CU"), raw));

        assertThat(Stream.concat(english.stream(), spanish.stream())).noneMatch(name -> name.contains("·"));
        assertThat(english)
                .contains("Outgoing request", "Review the request", "Request closed", "no: partial or insufficient");
        assertThat(spanish).contains("Solicitud saliente", "Revisar la solicitud", "Solicitud cerrada", "¿Aprobada?");
        // written alike
        spanish.remove("no");
        assertThat(spanish).doesNotContainAnyElementsOf(english);
        assertThat(found(NAME, DiagramNames.in(Locale.forLanguageTag("es"), raw)))
                .hasSameSizeAs(found(NAME, raw));
    }

    @Test
    void showsTheNamesOfTasksWithoutHelpFromUs() throws IOException {
        assertThat(USER_TASK.matcher(Files.readString(FILE)).results().map(match -> match.group(1)))
                .hasSize(8)
                .allMatch(name -> name.split(" · ").length == 2);
    }
}
