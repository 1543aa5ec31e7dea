package org.plazo.workflow.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlazoIT
class HealthIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    @Test
    void tellsAdministratorsOfBacklogFailuresFilesAndSkew() throws IOException {
        JsonNode components = json.readTree(WebClient.loggedIn(port, "admin")
                        .get("/actuator/health")
                        .body())
                .path("components");
        assertThat(components.path("engine").path("details").fieldNames())
                .toIterable()
                .contains("dueJobs", "oldestDueSeconds", "failedJobs", "incidents", "files");
        assertThat(components
                        .path("engine")
                        .path("details")
                        .path("files")
                        .path("outgoing-request.bpmn")
                        .asText())
                .startsWith("version ");
        assertThat(components.path("clock").path("details").fieldNames())
                .toIterable()
                .contains("skewMillis", "toleratedMillis");
    }

    @Test
    void tellsEverybodyElseNothingButTheStatus() {
        String body = WebClient.anonymous(port).get("/actuator/health").body();
        assertThat(body).contains("status").doesNotContain("engine", "skew", "outgoing-request");
    }
}
