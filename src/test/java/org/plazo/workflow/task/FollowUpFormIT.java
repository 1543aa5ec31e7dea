package org.plazo.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Lifecycle;
import org.plazo.request.Urgency;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whatever a handler meets while a response is awaited, entered in the Tasklist. */
@PlazoIT
class FollowUpFormIT {

    private static final Date FRIDAY = Date.from(Instant.parse("2026-02-06T14:00:00Z"));

    @Autowired
    private RequestWorld world;

    @Autowired
    private FormService forms;

    @Autowired
    private TaskService tasks;

    @Autowired
    private MovableClock clock;

    private String reference;

    @BeforeEach
    void dispatch() {
        clock.set(Instant.parse("2026-02-02T17:00:00Z"));
        reference = world.dispatched(Urgency.ROUTINE);
        clock.set(Instant.parse("2026-02-03T17:00:00Z"));
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "handler", null, List.of(new SimpleGrantedAuthority("ROLE_HANDLER"))));
    }

    @AfterEach
    void tidyUp() {
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    @Test
    void comesBackAsItWasAfterAnythingButTheResponse() {
        Task task = world.task(reference, "FollowUp");
        task.setFollowUpDate(FRIDAY);
        task.setAssignee("handler");
        tasks.saveTask(task);

        submit("FollowUp", Map.of("received", "ACKNOWLEDGEMENT", "theirReference", "DOJ-1"));
        asItWas(task);
        submit("FollowUp", Map.of("received", "INTERIM_REPLY", "note", "Pronto"));
        submit("FollowUp", Map.of("received", "PROMISE", "promisedOn", "2026-04-01"));
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).promise().on())
                .isEqualTo(LocalDate.of(2026, 4, 1));
        submit(
                "FollowUp",
                Map.of("received", "EXTENSION", "basis", "AGREED", "newDate", "2026-05-20", "reason", "Volumen"));
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).dueOn()).isEqualTo(LocalDate.of(2026, 5, 20));
        submit(
                "FollowUp",
                Map.of("received", "TRANSFER", "authority", "DHS", "clock", "RESTART", "reason", "Nadie la tuvo"));
        assertThat(world.request(reference).requestedAuthority()).isEqualTo("DHS");
        submit("FollowUp", Map.of("received", "RESENDING", "channel", "INTERPOL"));
        assertThat(world.ledger(reference, "RESENT")).isEqualTo(1);
        submit("FollowUp", Map.of("received", "POSTPONEMENT", "ground", "IMMUNITY", "reviewOn", "2026-03-06"));
        assertThat(world.deadline(reference, DeadlineKind.RESPONSE).review()).isNotNull();
        asItWas(task);
        assertThat(world.task(reference, "FollowUp").getDueDate())
                .isEqualTo(Date.from(Instant.parse("2026-03-06T14:00:00Z")));
        submit("FollowUp", Map.of("received", "RESUMPTION"));
        asItWas(task);
        assertThat(world.openTasks(reference)).containsExactly("FollowUp");
        assertThat(world.timers(reference)).containsOnlyKeys("NextResponseStepDue");
    }

    @Test
    void asksForWhatIsMissingInATaskOfItsOwn() {
        submit("FollowUp", Map.of("received", "DEFICIENT", "asked", "Falta la firma"));
        assertThat(world.openTasks(reference)).containsExactly("FollowUp", "SupplyMissing");
        assertThat(world.task(reference, "SupplyMissing").getAssignee())
                .isEqualTo(world.task(reference, "FollowUp").getAssignee());
        submit("SupplyMissing", Map.of("channel", "DIPLOMATIC_NOTE", "note", "Firmada"));
        assertThat(world.openTasks(reference)).containsExactly("FollowUp");

        submit("FollowUp", Map.of("received", "INFORMATION_ASKED", "asked", "¿Qué contenedor?"));
        assertThat(world.openTasks(reference)).containsExactly("FollowUp", "SupplyMissing");
        assertThat(world.request(reference).acknowledgedAt()).isNotNull();
        submit("FollowUp", Map.of("received", "RESUMPTION", "note", "Ya no hace falta"));
        assertThat(world.openTasks(reference)).containsExactly("FollowUp");
        assertThat(world.timers(reference)).containsOnlyKeys("NextResponseStepDue");
    }

    @Test
    void endsWithAWithdrawal() {
        submit("FollowUp", Map.of("received", "DEFICIENT", "asked", "Falta la firma"));
        submit("FollowUp", Map.of("received", "WITHDRAWAL", "withdrawalReason", "Ya no hace falta"));
        assertThat(world.request(reference).lifecycle()).isEqualTo(Lifecycle.WITHDRAWN);
        assertThat(world.process(reference)).isNull();
        assertThat(world.ends(reference)).contains("RequestClosedByWithdrawal").doesNotContain("ResponseReceived");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROMISE | | Promised day: is missing",
                "PROMISE | promisedOn=2026-02-01 | Promised day: lies in the past",
                "PROMISE | promisedOn=mañana | Promised day: must be a date such as 2026-03-14",
                "EXTENSION | basis=AGREED,newDate=2026-05-01 | New date: does not lie after the due date, 2026-05-04",
                "EXTENSION | basis=AGREED,newDate=2027-05-01 | New date: lies after 2026-08-03, the latest date that the time limit allows",
                "EXTENSION | newDate=2026-05-20 | Basis: is missing",
                "INFORMATION_ASKED | | What they ask for, or what is missing: is missing",
                "POSTPONEMENT | ground=IMMUNITY,reviewOn=2026-02-03 | To be reviewed on: must lie after today",
                "POSTPONEMENT | ground=RAIN,reviewOn=2026-03-03 | Ground: is not one of the choices",
                "TRANSFER | authority=DOJ | Authority that has it now: has the request already",
                "TRANSFER | authority=DHS,clock=RESTART | Reason: is missing",
                "RESENDING | at=2026-02-01 | Date: lies before 2026-02-02T17:00:00Z",
                "WITHDRAWAL | | Reason for the withdrawal: is missing",
                "SURRENDER | | What happened: is not one of the choices",
            })
    void saysInWordsWhichFieldDoesNotFit(String received, String fields, String message) {
        Map<String, Object> form = new HashMap<>(Map.of("received", received));
        if (fields != null) {
            for (String field : fields.split(",")) {
                form.put(field.split("=")[0], field.split("=")[1]);
            }
        }
        assertThatThrownBy(() -> submit("FollowUp", form)).hasMessageEndingWith(" · " + message);
        assertThat(world.openTasks(reference)).containsExactly("FollowUp");
    }

    @Test
    void saysThatAClockThatRunsDoesNotRunOn() {
        assertThatThrownBy(() -> submit("FollowUp", Map.of("received", "RESUMPTION")))
                .hasMessageContaining("The request does not stand where this step would fit");
    }

    private void asItWas(Task before) {
        Task now = world.task(reference, "FollowUp");
        assertThat(now.getId()).isNotEqualTo(before.getId());
        assertThat(now.getFollowUpDate()).isEqualTo(FRIDAY);
        assertThat(now.getAssignee()).isEqualTo("handler");
    }

    private void submit(String step, Map<String, Object> form) {
        forms.submitTaskForm(world.task(reference, step).getId(), new HashMap<>(form));
    }
}
