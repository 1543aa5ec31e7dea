package org.plazo.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.support.SecretRequests.CONFIDENTIAL;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.plazo.document.web.Uploads;
import org.plazo.notification.NewNotification;
import org.plazo.notification.Notifications;
import org.plazo.request.DeadlineKind;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.Requests;
import org.plazo.request.Urgency;
import org.plazo.security.Actor;
import org.plazo.security.GroupDirectory;
import org.plazo.security.Role;
import org.plazo.support.SecretRequests;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A request that a circle of its own may know of, with a document, a notification and a mail. */
@Component
@Lazy
class HiddenWorld {

    static final String GROUP = "zzwalk";
    static final List<String> COMMANDS = List.of(
            "submission",
            "review",
            "correction",
            "dispatch",
            "acknowledgement",
            "interim-reply",
            "response",
            "assessment",
            "withdrawal",
            "closure",
            "assignment",
            "anything");

    private static final String BOUNDARY = "frontera-5e1d";
    static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;
    static final String FORM = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\nes\r\n--"
            + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"nota.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nNota\r\n--" + BOUNDARY + "--\r\n";

    private final SecretRequests secrets;
    private final GroupDirectory groups;
    private final Requests requests;
    private final RequestDeadlines deadlines;
    private final Notifications notifications;
    private final JdbcClient jdbc;
    private String open = "";
    private long importJob;

    HiddenWorld(
            SecretRequests secrets,
            GroupDirectory groups,
            Requests requests,
            RequestDeadlines deadlines,
            Notifications notifications,
            JdbcClient jdbc) {
        this.secrets = secrets;
        this.groups = groups;
        this.requests = requests;
        this.deadlines = deadlines;
        this.notifications = notifications;
        this.jdbc = jdbc;
    }

    Actor person(String id, Role role, String... memberOf) {
        groups.ensure(GROUP, GROUP);
        return secrets.user(id, role, memberOf);
    }

    void withoutRole(String id) {
        secrets.user(id, Role.AUDITOR);
        jdbc.sql("delete from ACT_ID_MEMBERSHIP where USER_ID_ = ?").param(id).update();
    }

    void openRequest() {
        open = secrets.submitted("Abierta", SecretRequests.ORDINARY, "");
        jdbc.sql("""
                        insert into import_job (state, file_name, started_by, roles, skip_invalid, row_count, created,
                            known, invalid, problem_count, failures, created_at, started_at, ended_at)
                        values ('DONE', 'importada.csv', 'zzinhandler', 'HANDLER', false, 1, 1, 0, 0, 0, 0,
                            current_timestamp, current_timestamp, current_timestamp)""").update();
        importJob = jdbc.sql("select max(id) from import_job").query(Long.class).single();
    }

    Map<String, String> open() {
        return Map.of("REFERENCE", open, "IMPORT", Long.toString(importJob));
    }

    /** The tokens of an address or body, with what they stand for. */
    Map<String, String> hide(int port, String insider) {
        String reference = secrets.submitted("Zzsecreto", CONFIDENTIAL, "ZZWALK");
        Uploads uploads = new Uploads(port);
        var document = uploads.add(insider, reference, "zzsecreto.txt", "Nota".getBytes(StandardCharsets.UTF_8));
        assertThat(document.status()).isEqualTo(201);
        long id = requests.find(reference).orElseThrow().id();
        notifications.enqueue(new NewNotification(
                id,
                deadlines.find(id, DeadlineKind.REVIEW).orElseThrow().id(),
                DeadlineKind.REVIEW,
                77,
                "OVERDUE",
                Urgency.URGENT,
                insider));
        long mail = mailAbout(id, insider);
        // in the ledger of the open one, too
        jdbc.sql("insert into earlier_request (request_id, earlier_id) values (?, ?)")
                .param(requests.find(open).orElseThrow().id())
                .param(id)
                .update();
        jdbc.sql("insert into imported_request (import_id, line_no, request_id) values (?, 2, ?)")
                .param(importJob)
                .param(id)
                .update();
        return Map.of(
                "REFERENCE", reference,
                "DOCUMENT", document.text("id"),
                "MAIL", Long.toString(mail),
                "IMPORT", Long.toString(importJob));
    }

    /** As the sender writes it; no other test's mails are sent by this. */
    private long mailAbout(long request, String recipient) {
        jdbc.sql("""
                        insert into mail (recipient, form, message_id, state, attempts, not_before, resent, address,
                            language, subject, text_body, html_body, created_at, tried_at, sent_at)
                        values (:recipient, 'SINGLE', 'zzsecreto@test', 'SENT', 1, current_timestamp, false,
                            'x@test.example', 'es', 'Zzsecreto', 'zzsecreto', '<p>zzsecreto</p>', current_timestamp,
                            current_timestamp, current_timestamp)""").param("recipient", recipient).update();
        long mail = jdbc.sql("select max(id) from mail").query(Long.class).single();
        jdbc.sql("update notification set mail_id = ?, state = 'MAILED' where request_id = ?")
                .param(mail)
                .param(request)
                .update();
        return mail;
    }
}
