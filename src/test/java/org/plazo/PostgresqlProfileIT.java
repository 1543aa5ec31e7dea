package org.plazo;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The application as an operator starts it, in a process of its own, on PostgreSQL. */
class PostgresqlProfileIT {

    private static final Path LOG = Path.of("target", "postgresql-profile.log");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void startsOnPostgresqlAndEscalatesThere() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            int port = freePort();
            Process plazo = start(port, postgres.getJdbcUrl("postgres", "postgres"));
            try {
                waitUntilNotificationsExist(plazo, postgres);
                assertThat(get(port, "/api/requests?timeliness=LONG_OVERDUE").body())
                        .contains("CU-OUT-");
                waitUntil(() -> get(port, "/api/requests?timeliness=PAUSED&direction=INCOMING")
                        .body()
                        .contains("CU-IN-"));
                waitUntil(() -> get(port, "/api/requests?timeliness=PROMISE_BROKEN")
                        .body()
                        .contains("CU-OUT-"));
                assertThat(get(port, "/actuator/health").body()).contains("\"status\":\"UP\"");
            } finally {
                plazo.destroy();
                plazo.waitFor(60, TimeUnit.SECONDS);
            }
        }
    }

    private static Process start(int port, String url) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                PlazoApplication.class.getName(),
                "--spring.profiles.active=demo,postgresql",
                "--server.port=" + port,
                "--plazo.data-dir=./target/postgresql-data");
        process.environment().put("PLAZO_DB_URL", url);
        process.environment().put("PLAZO_DB_USER", "postgres");
        return process.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
    }

    /** The demo takes the turns of its clocks after its requests. */
    private static void waitUntil(Callable<Boolean> condition) throws Exception {
        for (int second = 0; second < 60; second++) {
            if (condition.call()) {
                return;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new AssertionError("Not within a minute; see " + LOG);
    }

    private static void waitUntilNotificationsExist(Process plazo, EmbeddedPostgres postgres) throws Exception {
        for (int second = 0; second < 240; second++) {
            assertThat(plazo.isAlive()).as("see " + LOG).isTrue();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var rows = connection.createStatement().executeQuery("select count(*) from notification")) {
                rows.next();
                if (rows.getLong(1) > 0) {
                    return;
                }
            } catch (SQLException notYetThere) {
                assertThat(notYetThere.getSQLState())
                        .as(notYetThere.getMessage())
                        .isEqualTo("42P01");
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new AssertionError("Nothing was escalated within four minutes; see " + LOG);
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
