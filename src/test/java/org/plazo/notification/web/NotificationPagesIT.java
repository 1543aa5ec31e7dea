package org.plazo.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.notification.NewNotification;
import org.plazo.notification.Notifications;
import org.plazo.notification.outbox.Drain;
import org.plazo.request.DeadlineKind;
import org.plazo.request.NewRequest;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.Requests;
import org.plazo.request.Urgency;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlazoIT
class NotificationPagesIT {

    private static final Actor HANDLER = new Actor("handler", Set.of(Role.HANDLER));

    @LocalServerPort
    private int port;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private Requests requests;

    @Autowired
    private RequestDeadlines deadlines;

    @Autowired
    private Notifications notifications;

    @Autowired
    private Drain drain;

    @Autowired
    private JdbcClient jdbc;

    private String reference;
    private long requestId;

    @BeforeEach
    void submitARequest() {
        reference = commands.create(
                new NewRequest(
                        "INFORMATION",
                        "MININT",
                        "DHS",
                        "MOU_2017",
                        "DRUGS",
                        "Consulta",
                        null,
                        null,
                        List.of("Copia del manifiesto"),
                        Urgency.ROUTINE,
                        null,
                        null,
                        LocalDate.of(2026, 1, 5),
                        null,
                        null,
                        null),
                HANDLER);
        commands.submit(reference, HANDLER);
        requestId = requests.find(reference).orElseThrow().id();
    }

    @Test
    void showsManagersEverythingAndOthersTheirOwn() {
        enqueue("OVERDUE", Urgency.URGENT, "handler");
        enqueue("MANAGER", Urgency.URGENT, "manager");
        drain.run();

        String managers = WebClient.loggedIn(port, "manager")
                .get("/notifications?lang=en&size=200")
                .body();
        assertThat(rowsOf(managers)).hasSize(2).anySatisfy(row -> assertThat(row)
                .contains("Escalated to the manager", "internal review", "told", "sent"));
        String handlers = WebClient.loggedIn(port, "handler")
                .get("/notifications?lang=es&size=200")
                .body();
        assertThat(rowsOf(handlers))
                .singleElement()
                .asString()
                .contains("Plazo vencido", "revisión interna", "avisado");
        assertThat(rowsOf(WebClient.loggedIn(port, "reviewer")
                        .get("/notifications?size=200")
                        .body()))
                .isEmpty();
    }

    @Test
    void filtersByStateAndKeepsToTheLargestPage() {
        enqueue("OVERDUE", Urgency.ROUTINE, "handler");
        WebClient auditor = WebClient.loggedIn(port, "auditor");

        assertThat(auditor.get("/notifications?state=PENDING&size=100000&page=-3")
                        .body())
                .contains(reference);
        assertThat(auditor.get("/notifications?state=FAILED&size=200").body()).doesNotContain(reference);
        assertThat(auditor.get("/notifications?state=SOMETIMES", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsAMailToWhomItWentAndToWhoReadsAll() throws Exception {
        enqueue("MANAGER", Urgency.URGENT, "manager");
        drain.run();
        String mail = "/notifications/mails/" + mailId();

        HttpResponse<String> shown = WebClient.loggedIn(port, "auditor").get(mail + "?lang=en");
        assertThat(shown.body())
                .contains("<iframe sandbox=\"\"", "srcdoc=\"&lt;!DOCTYPE html&gt;", reference, "manager@demo.example");
        assertThat(WebClient.loggedIn(port, "handler")
                        .get(mail, "Accept", "text/html")
                        .statusCode())
                .isEqualTo(404);
        assertThat(WebClient.loggedIn(port, "handler").get(mail + ".eml").statusCode())
                .isEqualTo(404);

        HttpResponse<String> file = WebClient.loggedIn(port, "manager").get(mail + ".eml");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("message/rfc822");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"\\d{8}T\\d{6}Z-manager-\\d+\\.eml\"");
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(file.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void tellsOnTheRequestsPageWhoWasTold() {
        WebClient handler = WebClient.loggedIn(port, "handler");
        String part = "/requests/" + reference + "/notifications";
        assertThat(handler.get(part + "?lang=en").body())
                .contains("Nobody has been told")
                .doesNotContain("<html");

        enqueue("MANAGER", Urgency.URGENT, "manager");
        drain.run();
        assertThat(handler.get(part + "?lang=en").body())
                .contains("Escalated to the manager", "told")
                .doesNotContain("/notifications/mails/");
        assertThat(WebClient.loggedIn(port, "manager").get(part).body()).contains("/notifications/mails/" + mailId());
        assertThat(handler.get("/requests/CU-OUT-1999-0001/notifications", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(404);
    }

    /** The rows of the list that are about this test's request. */
    private List<String> rowsOf(String page) {
        return Stream.of(page.split("<tr>"))
                .filter(row -> row.contains(reference))
                .map(row -> row.replaceAll("\\s+", " "))
                .toList();
    }

    private void enqueue(String step, Urgency urgency, String recipient) {
        long deadline =
                deadlines.find(requestId, DeadlineKind.REVIEW).orElseThrow().id();
        notifications.enqueue(
                new NewNotification(requestId, deadline, DeadlineKind.REVIEW, 99, step, urgency, recipient));
    }

    private long mailId() {
        return jdbc.sql("select mail_id from notification where request_id = :id and generation = 99")
                .param("id", requestId)
                .query(Long.class)
                .single();
    }
}
