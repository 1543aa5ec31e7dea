package org.plazo.workflow.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.provider.EnumSource;
import org.plazo.calendar.LocalizedText;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.DeadlineBasis;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
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

    private Policy limit(Direction direction, DeadlineKind kind, Urgency urgency) throws IOException {
        return TimeLimits.read(table("time-limits"), new PolicyCase(direction, kind, urgency), parties());
    }

    private List<LadderStep> ladder(Direction direction, DeadlineKind kind, Urgency urgency) throws IOException {
        return Ladders.read(table("escalation-ladder"), new PolicyCase(direction, kind, urgency));
    }

    private Table table(String name) throws IOException {
        DmnDecision decision = engine.parseDecision(name, Files.newInputStream(Path.of("processes", name + ".dmn")));
        return new Table(name, (Map<String, Object> inputs) -> engine.evaluateDecisionTable(decision, inputs));
    }

    @ParameterizedTest
    @CsvSource({
        "OUTGOING, RESPONSE, EMERGENCY, 8, CLOCK_HOURS",
        "OUTGOING, RESPONSE, URGENT, 3, BUSINESS_DAYS",
        "OUTGOING, RESPONSE, ROUTINE, 90, CALENDAR_DAYS",
        "OUTGOING, ACKNOWLEDGEMENT, ROUTINE, 7, CALENDAR_DAYS",
        "OUTGOING, ACKNOWLEDGEMENT, EMERGENCY, 7, CALENDAR_DAYS",
        "OUTGOING, REVIEW, URGENT, 5, BUSINESS_DAYS",
        "INCOMING, RESPONSE, EMERGENCY, 8, CLOCK_HOURS",
        "INCOMING, RESPONSE, URGENT, 3, BUSINESS_DAYS",
        "INCOMING, RESPONSE, ROUTINE, 90, CALENDAR_DAYS",
        "INCOMING, ACKNOWLEDGEMENT, EMERGENCY, 1, CLOCK_HOURS",
        "INCOMING, ACKNOWLEDGEMENT, URGENT, 1, BUSINESS_DAYS",
        "INCOMING, ACKNOWLEDGEMENT, ROUTINE, 7, CALENDAR_DAYS",
        "INCOMING, ADMISSIBILITY, EMERGENCY, 2, CLOCK_HOURS",
        "INCOMING, ADMISSIBILITY, URGENT, 1, BUSINESS_DAYS",
        "INCOMING, ADMISSIBILITY, ROUTINE, 30, CALENDAR_DAYS",
    })
    void sayTheTimeLimits(Direction direction, DeadlineKind kind, Urgency urgency, int amount, LimitUnit unit)
            throws IOException {
        TimeLimit limit = limit(direction, kind, urgency).limit();
        assertThat(limit.amount()).isEqualTo(amount);
        assertThat(limit.unit()).isEqualTo(unit);
    }

    @Test
    void sayWhoseCalendarsAndWhoseTime() throws IOException {
        Policy routine = limit(Direction.OUTGOING, DeadlineKind.RESPONSE, Urgency.ROUTINE);
        assertThat(routine.limit().calendars()).containsExactly("cu", "us");
        assertThat(routine.limit().zone()).isEqualTo(USA.zone());
        assertThat(routine.limit().timeOfDay()).isEqualTo(LocalTime.of(17, 0));
        assertThat(routine.basis()).isEqualTo(DeadlineBasis.REQUESTED);
        Policy review = limit(Direction.OUTGOING, DeadlineKind.REVIEW, Urgency.ROUTINE);
        assertThat(review.limit().calendars()).containsExactly("cu");
        assertThat(review.limit().zone()).isEqualTo(CUBA.zone());
        assertThat(review.basis()).isEqualTo(DeadlineBasis.INTERNAL_TARGET);
        assertThat(limit(Direction.OUTGOING, DeadlineKind.RESPONSE, Urgency.EMERGENCY)
                        .limit()
                        .timeOfDay())
                .isNull();
    }

    /** It is we who must act, so days and time are ours; no paper asked for what we set ourselves. */
    @Test
    void countWhatIsAskedOfUsByOurDays() throws IOException {
        for (DeadlineKind kind : DeadlineKind.of(Direction.INCOMING)) {
            Policy routine = limit(Direction.INCOMING, kind, Urgency.ROUTINE);
            assertThat(routine.limit().calendars()).containsExactly("cu");
            assertThat(routine.limit().zone()).isEqualTo(CUBA.zone());
            assertThat(routine.limit().timeOfDay()).isEqualTo(LocalTime.of(17, 0));
            assertThat(routine.basis()).isEqualTo(DeadlineBasis.INTERNAL_TARGET);
        }
    }

    @Test
    void knowNoDeadlineThatTheDirectionDoesNotHave() throws IOException {
        assertThatThrownBy(() -> limit(Direction.OUTGOING, DeadlineKind.ADMISSIBILITY, Urgency.ROUTINE))
                .hasMessageContaining("OUTGOING, ADMISSIBILITY and ROUTINE: exactly one must fit, not 0");
        assertThat(ladder(Direction.INCOMING, DeadlineKind.REVIEW, Urgency.ROUTINE))
                .isEmpty();
    }

    /** Nobody outside is reminded of what we ourselves are late with. */
    @ParameterizedTest
    @EnumSource(
            value = DeadlineKind.class,
            names = {"ACKNOWLEDGEMENT", "ADMISSIBILITY", "RESPONSE"})
    void climbInwardWhenWeAreLate(DeadlineKind kind) throws IOException {
        for (Urgency urgency : Urgency.values()) {
            List<LadderStep> ladder = ladder(Direction.INCOMING, kind, urgency);
            assertThat(ladder).extracting(LadderStep::step).containsExactly("DUE_SOON", "OVERDUE", "MANAGER", "HEAD");
            assertThat(ladder).extracting(LadderStep::outward).containsOnly(OutwardAction.NONE);
            assertThat(ladder.get(2).recipients()).containsExactly(Recipient.AGENCY_MANAGER);
        }
    }

    @ParameterizedTest
    @CsvSource({"ROUTINE", "URGENT", "EMERGENCY"})
    void climbFromTheHandlerToTheDialogue(Urgency urgency) throws IOException {
        List<LadderStep> ladder = ladder(Direction.OUTGOING, DeadlineKind.RESPONSE, urgency);
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
                                "escalation-ladder, row 1 of those for OUTGOING, REVIEW and ROUTINE: recipients is CLERK; known are [HANDLER"));
        assertThat(check.faults(bytes(ladder.replaceFirst("<text>\"BUSINESS_DAYS\"</text>", "<text>\"DAYS\"</text>"))))
                .anyMatch(fault -> fault.contains("row 1 of those for OUTGOING, RESPONSE and ROUTINE: unit is DAYS"));
        String limits = file("time-limits.dmn");
        assertThat(check.faults(bytes(limits.replace("<text>90</text>", "<text>0</text>"))))
                .anyMatch(fault -> fault.endsWith("amount must be at least 1, not 0"));
        assertThat(check.faults(bytes(ladder.replace("\"HANDLER,REVIEWER\"", "\"AGENCY_MANAGER\""))))
                .anyMatch(fault -> fault.endsWith("names AGENCY_MANAGER, whom only incoming requests have"));
        assertThat(check.faults(bytes(withOutwardStep(ladder))))
                .anyMatch(
                        fault -> fault.endsWith("outward must be NONE: of an incoming request it is we who are late"));
        assertThat(check.faults(bytes(limits.replace("<text>\"URGENT\"</text>", "<text>\"ROUTINE\"</text>"))))
                .anyMatch(fault -> fault.contains("OUTGOING, RESPONSE and URGENT: exactly one must fit, not 0"));
    }

    private static String withOutwardStep(String ladder) {
        return ladder.replaceFirst(
                "(?s)(incoming-response-routine-head-outward\">\\s*<text>)\"NONE\"", "$1\"REMINDER\"");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
