package org.plazo.workflow.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.calendar.LocalizedText;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.DeadlineBasis;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Parties;
import org.plazo.request.Party;
import org.plazo.request.ReferencePattern;
import org.plazo.request.Urgency;

/** The decision tables as they are delivered, and what is said about faulty ones. */
class PolicyTablesTest {

    private static final Party CUBA = new Party(
            "cu", new LocalizedText("Cuba", "Cuba"), ZoneId.of("America/Havana"), "cu", Locale.forLanguageTag("es"));
    private static final Party USA = new Party(
            "us",
            new LocalizedText("Estados Unidos", "United States"),
            ZoneId.of("America/New_York"),
            "us",
            Locale.ENGLISH);

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private static Parties parties() {
        return new Parties(
                CUBA,
                USA,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new ReferencePattern("{home}-{direction}-{year}-{number:4}"));
    }

    private static String file(String name) throws IOException {
        return Files.readString(Path.of("processes", name));
    }

    private Policy limit(DeadlineKind kind, Urgency urgency) throws IOException {
        return TimeLimits.read(table("time-limits"), kind, urgency, parties());
    }

    private Table table(String name) throws IOException {
        DmnDecision decision = engine.parseDecision(name, Files.newInputStream(Path.of("processes", name + ".dmn")));
        return new Table(name, (Map<String, Object> inputs) -> engine.evaluateDecisionTable(decision, inputs));
    }

    @ParameterizedTest
    @CsvSource({
        "RESPONSE, EMERGENCY, 8, CLOCK_HOURS",
        "RESPONSE, URGENT, 3, BUSINESS_DAYS",
        "RESPONSE, ROUTINE, 90, CALENDAR_DAYS",
        "ACKNOWLEDGEMENT, ROUTINE, 7, CALENDAR_DAYS",
        "ACKNOWLEDGEMENT, EMERGENCY, 7, CALENDAR_DAYS",
        "REVIEW, URGENT, 5, BUSINESS_DAYS",
    })
    void sayTheTimeLimits(DeadlineKind kind, Urgency urgency, int amount, LimitUnit unit) throws IOException {
        TimeLimit limit = limit(kind, urgency).limit();
        assertThat(limit.amount()).isEqualTo(amount);
        assertThat(limit.unit()).isEqualTo(unit);
    }

    @Test
    void sayWhoseCalendarsAndWhoseTime() throws IOException {
        Policy routine = limit(DeadlineKind.RESPONSE, Urgency.ROUTINE);
        assertThat(routine.limit().calendars()).containsExactly("cu", "us");
        assertThat(routine.limit().zone()).isEqualTo(USA.zone());
        assertThat(routine.limit().timeOfDay()).isEqualTo(LocalTime.of(17, 0));
        assertThat(routine.basis()).isEqualTo(DeadlineBasis.REQUESTED);
        Policy review = limit(DeadlineKind.REVIEW, Urgency.ROUTINE);
        assertThat(review.limit().calendars()).containsExactly("cu");
        assertThat(review.limit().zone()).isEqualTo(CUBA.zone());
        assertThat(review.basis()).isEqualTo(DeadlineBasis.INTERNAL_TARGET);
        assertThat(limit(DeadlineKind.RESPONSE, Urgency.EMERGENCY).limit().timeOfDay())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"ROUTINE", "URGENT", "EMERGENCY"})
    void climbFromTheHandlerToTheDialogue(Urgency urgency) throws IOException {
        List<LadderStep> ladder = Ladders.read(table("escalation-ladder"), DeadlineKind.RESPONSE, urgency);
        assertThat(ladder)
                .extracting(LadderStep::step)
                .containsExactly("DUE_SOON", "OVERDUE", "MANAGER", "HEAD", "DIALOGUE_AGENDA");
        assertThat(ladder)
                .extracting(LadderStep::outward)
                .containsExactly(
                        OutwardAction.NONE,
                        OutwardAction.REMINDER,
                        OutwardAction.NONE,
                        OutwardAction.NOTE_VERBALE,
                        OutwardAction.DIALOGUE_AGENDA);
        assertThat(ladder.get(0).amount()).isNegative();
        assertThat(ladder.subList(1, 5))
                .allSatisfy(step -> assertThat(step.amount()).isPositive());
    }

    @Test
    void areReadWithoutFault() throws IOException {
        PolicyFileCheck check = new PolicyFileCheck(parties());
        assertThat(check.faults(bytes(file("time-limits.dmn")))).isEmpty();
        assertThat(check.faults(bytes(file("escalation-ladder.dmn")))).isEmpty();
    }

    @Test
    void areRefusedWithTableRowAndColumn() throws IOException {
        PolicyFileCheck check = new PolicyFileCheck(parties());
        String ladder = file("escalation-ladder.dmn");
        assertThat(check.faults(bytes(ladder.replace("\"HANDLER,REVIEWER\"", "\"HANDLER,CLERK\""))))
                .anyMatch(
                        fault -> fault.startsWith(
                                "escalation-ladder, row 1 of those for REVIEW and ROUTINE: recipients is CLERK; known are [HANDLER"));
        assertThat(check.faults(bytes(ladder.replaceFirst("<text>\"BUSINESS_DAYS\"</text>", "<text>\"DAYS\"</text>"))))
                .anyMatch(fault -> fault.contains("row 1 of those for RESPONSE and ROUTINE: unit is DAYS"));
        String limits = file("time-limits.dmn");
        assertThat(check.faults(bytes(limits.replace("<text>90</text>", "<text>0</text>"))))
                .anyMatch(fault -> fault.endsWith("amount must be at least 1, not 0"));
        assertThat(check.faults(bytes(limits.replace("<text>\"URGENT\"</text>", "<text>\"ROUTINE\"</text>"))))
                .anyMatch(fault -> fault.contains("RESPONSE and URGENT: exactly one must fit, not 0"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
