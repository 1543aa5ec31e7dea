package org.plazo.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.plazo.support.PlazoIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Anybody may ask, without a login, a session or a token. */
@PlazoIT
class PublicEndpointsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void explainsADueDateToAnybody() throws Exception {
        HttpResponse<String> answer = explain("""
                {"start":"2026-03-06","amount":10,"unit":"BUSINESS_DAYS","convention":"FOLLOWING",
                 "calendars":["us","cu"],"holidays":["2026-03-09"],"zone":"America/Havana","timeOfDay":"17:00",
                 "pauses":[{"from":"2026-03-10","to":"2026-03-12"}],
                 "extensions":[{"on":"2026-03-13","amount":5,"unit":"BUSINESS_DAYS"}]}""");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode due = JSON.readTree(answer.body());
        assertThat(due.fieldNames())
                .toIterable()
                .containsExactly("dueOn", "dueAt", "originalDueOn", "steps", "explanation");
        assertThat(due.get("dueOn").textValue()).isEqualTo("2026-04-01");
        assertThat(due.get("dueAt").textValue()).isEqualTo("2026-04-01T21:00:00Z");
        assertThat(due.get("originalDueOn").textValue()).isEqualTo("2026-03-23");
        assertThat(due.get("steps").get(0).fieldNames())
                .toIterable()
                .containsExactly("from", "to", "kind", "calendars", "count", "reason");
        assertThat(due.get("explanation").fieldNames()).toIterable().containsExactly("es", "en");
        assertThat(answer.headers().map()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void namesTheFieldOfABadQuestion() throws Exception {
        HttpResponse<String> answer = explain("{\"start\":\"2026-03-06\",\"amount\":1.5,\"unit\":\"MONTHS\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("field").textValue()).isEqualTo("amount");
        assertThat(problem.get("status").intValue()).isEqualTo(400);
        assertThat(problem.get("detail").textValue()).isEqualTo("A whole number is required here.");
    }

    @Test
    void listsClosuresToAnybody() throws Exception {
        HttpResponse<String> answer = get("/api/calendars/cu/closures?from=2025-01-01&to=2025-01-05");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode closures = JSON.readTree(answer.body());
        assertThat(closures.findValuesAsText("date"))
                .as("a Saturday too")
                .containsExactly("2025-01-01", "2025-01-02", "2025-01-03", "2025-01-04");
        assertThat(closures.get(0).get("reason").get("es").textValue())
                .isEqualTo("Triunfo/Aniversario de la Revolución");
        assertThat(get("/api/calendars/nowhere/closures?from=2025-01-01&to=2025-01-05")
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> explain(String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri("/api/deadlines/explain"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
