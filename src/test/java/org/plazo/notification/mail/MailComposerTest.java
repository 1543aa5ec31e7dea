package org.plazo.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plazo.notification.mail.MailComposer.Composed;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.Urgency;

class MailComposerTest {

    private final MailComposer composer = MailFixture.composer();

    @Test
    void composesADigestInEnglish() {
        Composed mail = composer.compose(MailFixture.digest(Locale.ENGLISH));

        assertThat(mail.subject()).isEqualTo("Cooperation requests that need your attention");
        assertThat(mail.text()).isEqualTo("""
                        8 cooperation requests need your attention

                        Escalated to the manager: response (5)
                        The date has passed and nothing has been recorded since. Please decide with the case handler how to proceed.

                        * CU-OUT-2026-0007
                          Department of Justice · Cybercrime
                          Due 10 Apr 2026, 17:00 (Cuba Time) · 14 days overdue (10 business days)
                          https://plazo.example/requests/CU-OUT-2026-0007
                        * CU-OUT-2026-0042 (urgent)
                          Department of Homeland Security · Illicit drug trafficking
                          Due 23 Apr 2026, 17:00 (Cuba Time) · 19 hours overdue
                          https://plazo.example/requests/CU-OUT-2026-0042

                        3 more are in the register.

                        Due soon: acknowledgement of receipt (1)
                        The other side should confirm receipt by this date. Please check whether the request has arrived.

                        * CU-OUT-2026-0051
                          Department of Justice · Illicit drug trafficking
                          Due 27 Apr 2026, 17:00 (Cuba Time) · 3 days left (one business day)
                          https://plazo.example/requests/CU-OUT-2026-0051

                        2 restricted requests need your attention. Log in to see them.

                        Open the register: https://plazo.example/requests

                        --\s
                        Plazo wrote this mail by itself; nobody reads replies to it. It says only what a decision needs. Everything else is in the register.
                        """);
    }

    @Test
    void saysTheSameInHtmlWithoutAnythingFromElsewhere() {
        for (Locale language : List.of(Locale.ENGLISH, MailFixture.SPANISH)) {
            Composed mail = composer.compose(MailFixture.digest(language));
            String words = mail.html().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
            assertThat(words).contains("CU-OUT-2026-0007", "CU-OUT-2026-0042", "CU-OUT-2026-0051");
            for (String line : mail.text().split("\\R")) {
                for (String part : line.replaceAll("^\\* | \\(\\w+\\)$|^-- $|:? *https\\S+", "")
                        .split(" · ")) {
                    assertThat(words).contains(part.strip());
                }
            }
            assertThat(mail.html())
                    .doesNotContainPattern(
                            "(?i)<(script|img|link|style|iframe|form|object|svg)\\b|url\\(|\\bon\\w+=|\\bth:");
            assertThat(mail.html().replaceAll("https://plazo\\.example/requests[\\w/-]*", ""))
                    .doesNotContain("http:", "https:");
            assertThat(mail.html()).contains("<html lang=\"" + language + "\">");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-04-24T15:59:59Z | less than an hour overdue | vencida hace menos de una hora",
                "2026-04-24T15:00:00Z | one hour overdue          | vencida hace una hora",
                "2026-04-23T16:00:01Z | 23 hours overdue          | vencida hace 23 horas",
                "2026-04-23T16:00:00Z | one day overdue (one business day) | vencida hace un día (un día hábil)",
                "2026-03-25T16:00:00Z | 30 days overdue (21 business days) | vencida hace 30 días (21 días hábiles)",
                "2026-04-24T16:00:00Z | less than an hour left    | falta menos de una hora",
                "2026-04-24T18:30:00Z | 2 hours left              | faltan 2 horas",
                "2026-04-25T16:00:00Z | one day left (no business day) | falta un día (ningún día hábil)",
                "2026-05-01T21:00:00Z | 7 days left (4 business days) | faltan 7 días (4 días hábiles)",
            })
    void saysHowLongInHoursBelowADayAndElseInCalendarDays(String dueAt, String english, String spanish) {
        assertThat(composer.compose(one("OVERDUE", Urgency.ROUTINE, dueAt, Locale.ENGLISH))
                        .text())
                .contains(english);
        assertThat(composer.compose(one("OVERDUE", Urgency.ROUTINE, dueAt, MailFixture.SPANISH))
                        .text())
                .contains(spanish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DUE_SOON", "OVERDUE", "MANAGER", "HEAD", "DIALOGUE_AGENDA", "A_STEP_OF_THEIR_OWN"})
    void hasWordsForEveryStepAlsoForOneThatAnAdminAdds(String step) {
        for (Locale language : List.of(Locale.ENGLISH, MailFixture.SPANISH)) {
            Composed mail = composer.compose(one(step, Urgency.ROUTINE, "2026-04-20T21:00:00Z", language));
            assertThat(mail.text()).doesNotContain("notification.").doesNotContain("{");
            assertThat(mail.subject()).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    void saysInTheSubjectThatItIsUrgent() {
        Composed mail = composer.compose(one("HEAD", Urgency.EMERGENCY, "2026-04-20T21:00:00Z", MailFixture.SPANISH));

        assertThat(mail.subject()).isEqualTo("Emergencia. Solicitudes de cooperación: elevadas a usted como jefatura");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a\r\nBcc: x@example", "<b>", "Núñez", "a/b", "x@example"})
    void takesNothingThatSomebodyTyped(String typed) {
        assertThatThrownBy(() -> new Code(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The types of the model are the guard against leaks, so they are listed here. */
    @Test
    void hasAModelThatCannotHoldTypedText() {
        Set<Type> types = new HashSet<>();
        collect(MailModel.class, types);

        assertThat(types)
                .containsExactlyInAnyOrder(
                        Locale.class,
                        Urgency.class,
                        Direction.class,
                        DeadlineKind.class,
                        Code.class,
                        Instant.class,
                        int.class);
    }

    /** It is we who are late: nobody is told to remind the other side, and the agency that has it is named. */
    @Test
    void asksOurselvesForWhatTheOtherSideWaitsFor() {
        String overdue = incoming(Locale.ENGLISH, "OVERDUE", DeadlineKind.RESPONSE, "MINJUS");
        assertThat(overdue)
                .contains("Overdue: our response (1)")
                .contains("We owe the other side a response.")
                .contains("Department of Justice (executed by: ");
        assertThat(incoming(Locale.ENGLISH, "HEAD", DeadlineKind.RESPONSE, null))
                .contains("It is we who are late")
                .doesNotContain("note verbale")
                .doesNotContain("executed by");
        assertThat(incoming(Locale.ENGLISH, "MANAGER", DeadlineKind.RESPONSE, null))
                .contains("Please decide with the case handler");
        assertThat(incoming(MailFixture.SPANISH, "OVERDUE", DeadlineKind.ACKNOWLEDGEMENT, null))
                .contains("nuestro acuse de recibo (1)")
                .contains("Acuse recibo ahora.");
        assertThat(incoming(MailFixture.SPANISH, "DUE_SOON", DeadlineKind.ADMISSIBILITY, null))
                .contains("admisibilidad (1)")
                .contains("si la solicitud es admisible");
    }

    private String incoming(Locale language, String step, DeadlineKind kind, @Nullable String agency) {
        MailMatter matter = new MailMatter(
                new Code("CU-IN-2026-0007"),
                new Code("DOJ"),
                agency == null ? null : new Code(agency),
                new Code("CYBERCRIME"),
                Urgency.ROUTINE,
                Instant.parse("2026-04-10T21:00:00Z"));
        MailSection section = new MailSection(new Code(step), Direction.INCOMING, kind, List.of(matter), 0);
        return composer.compose(new MailModel(language, Urgency.ROUTINE, List.of(section), 0, MailFixture.NOW))
                .text();
    }

    private static void collect(Class<?> record, Set<Type> types) {
        for (RecordComponent component : record.getRecordComponents()) {
            Type type = component.getGenericType() instanceof ParameterizedType list
                    ? list.getActualTypeArguments()[0]
                    : component.getType();
            if (type instanceof Class<?> nested && nested.isRecord() && nested != Code.class) {
                collect(nested, types);
            } else {
                types.add(type);
            }
        }
    }

    private static MailModel one(String step, Urgency urgency, String dueAt, Locale language) {
        MailMatter matter = MailFixture.matter("CU-OUT-2026-0007", "DOJ", "CYBERCRIME", urgency, dueAt);
        MailSection section =
                new MailSection(new Code(step), Direction.OUTGOING, DeadlineKind.RESPONSE, List.of(matter), 0);
        return new MailModel(language, urgency, List.of(section), 0, MailFixture.NOW);
    }
}
