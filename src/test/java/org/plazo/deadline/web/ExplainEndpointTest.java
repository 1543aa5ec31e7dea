package org.plazo.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plazo.calendar.TestCalendars;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Questions and answers as other systems put them: the tables stand in {@code src/test/resources/deadline}. */
class ExplainEndpointTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final MockMvc MVC = MockMvcBuilders.standaloneSetup(new DeadlinesController(TestCalendars.VERSIONS))
            .build();

    @ParameterizedTest
    @MethodSource("answered")
    void answers(String line) throws Exception {
        String[] cells = line.split("\t", 2);
        MockHttpServletResponse answer = ask(cells[1].getBytes(StandardCharsets.UTF_8), "en");
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        JsonNode due = JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(due.get("dueOn").textValue() + " " + due.get("dueAt").textValue() + " "
                        + due.get("originalDueOn").textValue())
                .isEqualTo(cells[0]);
        assertThat(due.get("steps").get(0).get("kind").textValue()).isEqualTo("START");
        JsonNode last = due.get("steps").get(due.get("steps").size() - 1);
        assertThat(last.get("kind").textValue()).isEqualTo("DUE");
        assertThat(last.get("to").textValue())
                .isIn(due.get("dueOn").textValue(), due.get("dueAt").textValue());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesAndNamesTheField(String line) throws Exception {
        String[] cells = line.split("\t", 2);
        JsonNode problem = refusal(cells[1].getBytes(StandardCharsets.UTF_8));
        assertThat(problem.get("field").textValue()).isEqualTo(cells[0]);
    }

    @Test
    void refusesABodyThatIsNoTextOfUtf8() throws Exception {
        JsonNode problem = refusal(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
        assertThat(problem.get("field").textValue()).isEqualTo("body");
        assertThat(refusal(new byte[0]).get("field").textValue()).isEqualTo("body");
        assertThat(refusal("[".repeat(100_000).getBytes(StandardCharsets.UTF_8))
                        .get("field")
                        .textValue())
                .isEqualTo("body");
    }

    @Test
    void refusesWhatIsTooLong() throws Exception {
        String holidays = "\"2026-03-09\",".repeat(10_000) + "\"2026-03-09\"";
        String body = "{\"start\":\"2026-03-06\",\"amount\":1,\"unit\":\"MONTHS\",\"holidays\":[" + holidays + "]}";
        assertThat(refusal(body.getBytes(StandardCharsets.UTF_8)).get("field").textValue())
                .isEqualTo("holidays");
        MockHttpServletResponse answer = ask(new byte[DeadlinesController.MOST_BYTES + 1], "en");
        assertThat(answer.getStatus()).isEqualTo(413);
    }

    @Test
    void tellsTheProblemInTheReadersLanguage() throws Exception {
        byte[] body = "{\"start\":\"2026-02-30\",\"amount\":1,\"unit\":\"MONTHS\"}".getBytes(StandardCharsets.UTF_8);
        String spanish = ask(body, "es-CU").getContentAsString(StandardCharsets.UTF_8);
        assertThat(JSON.readTree(spanish).get("detail").textValue()).startsWith("«2026-02-30» no es una fecha");
        String english = ask(body, "fr").getContentAsString(StandardCharsets.UTF_8);
        assertThat(JSON.readTree(english).get("detail").textValue()).startsWith("\"2026-02-30\" is neither a date");
    }

    /** Ten thousand hours in openings of one minute: told in as many steps as are reasonable, and exactly counted. */
    @Test
    void boundsTheNumberOfSteps() throws Exception {
        StringBuilder spans = new StringBuilder();
        for (int hour = 0; hour < 24; hour++) {
            spans.append(hour == 0 ? "" : ",").append("[\"%1$02d:00\",\"%1$02d:01\"]".formatted(hour));
        }
        String body = "{\"start\":\"2000-01-01\",\"amount\":10000,\"unit\":\"BUSINESS_HOURS\",\"weekend\":[],"
                + "\"openingHours\":{\"MONDAY\":[" + spans + "],\"TUESDAY\":[" + spans + "],\"FRIDAY\":[" + spans
                + "]}}";
        JsonNode due = JSON.readTree(
                ask(body.getBytes(StandardCharsets.UTF_8), "en").getContentAsString(StandardCharsets.UTF_8));
        assertThat(due.get("steps").size()).isBetween(10_000, 10_010);
        int counted = 0;
        for (JsonNode step : due.get("steps")) {
            counted += step.get("count").intValue();
        }
        assertThat(counted).isEqualTo(10_000);
    }

    private JsonNode refusal(byte[] body) throws Exception {
        MockHttpServletResponse answer = ask(body, "en");
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(400);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        JsonNode problem = JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(problem.get("status").intValue()).isEqualTo(400);
        assertThat(problem.get("detail").textValue()).isNotBlank();
        return problem;
    }

    private MockHttpServletResponse ask(byte[] body, String language) throws Exception {
        return MVC.perform(post("/api/deadlines/explain")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Accept-Language", language)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    static List<String> answered() throws IOException {
        return lines("answered.txt");
    }

    static List<String> refused() throws IOException {
        return lines("refused.txt");
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/deadline", file)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
