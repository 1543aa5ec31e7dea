package org.plazo.notification.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.plazo.calendar.LocalizedText;
import org.plazo.calendar.TestCalendars;
import org.plazo.request.Authority;
import org.plazo.request.Classification;
import org.plazo.request.Coded;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.Parties;
import org.plazo.request.Party;
import org.plazo.request.ReferencePattern;
import org.plazo.request.Urgency;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Two parties, a composer and one digest to compose. */
public final class MailFixture {

    public static final Locale SPANISH = Locale.forLanguageTag("es");

    /** Noon in Havana. */
    public static final Instant NOW = Instant.parse("2026-04-24T16:00:00Z");

    private MailFixture() {}

    public static MailComposer composer() {
        ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
        bundles.setBasename("messages/notification");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        return new MailComposer(bundles, parties(), TestCalendars.VERSIONS, "https://plazo.example/");
    }

    /** Through a server on this machine. */
    public static MailChannel smtp(int port) {
        return new SmtpChannel(SmtpChannelTest.sender(port), "plazo@plazo.example");
    }

    static Parties parties() {
        Party home = new Party("cu", text("Cuba", "Cuba"), ZoneId.of("America/Havana"), "cu", SPANISH);
        Party counterpart = new Party(
                "us", text("Estados Unidos", "United States"), ZoneId.of("America/New_York"), "us", Locale.ENGLISH);
        return new Parties(
                home,
                counterpart,
                List.of(
                        new Authority("DOJ", text("Departamento de Justicia", "Department of Justice"), "us"),
                        new Authority(
                                "DHS",
                                text("Departamento de Seguridad Nacional", "Department of Homeland Security"),
                                "us")),
                List.of(
                        new Coded("CYBERCRIME", text("Ciberdelito", "Cybercrime")),
                        new Coded("DRUGS", text("Tráfico ilícito de drogas", "Illicit drug trafficking"))),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Classification("ORDINARY", text("Ordinaria", "Ordinary"), false)),
                new ReferencePattern("{home}-{direction}-{year}-{number:4}"));
    }

    static MailModel digest(Locale language) {
        return new MailModel(
                language,
                Urgency.ROUTINE,
                List.of(
                        new MailSection(
                                new Code("MANAGER"),
                                Direction.OUTGOING,
                                DeadlineKind.RESPONSE,
                                List.of(
                                        matter(
                                                "CU-OUT-2026-0007",
                                                "DOJ",
                                                "CYBERCRIME",
                                                Urgency.ROUTINE,
                                                "2026-04-10T21:00:00Z"),
                                        matter(
                                                "CU-OUT-2026-0042",
                                                "DHS",
                                                "DRUGS",
                                                Urgency.URGENT,
                                                "2026-04-23T21:00:00Z")),
                                3),
                        new MailSection(
                                new Code("DUE_SOON"),
                                Direction.OUTGOING,
                                DeadlineKind.ACKNOWLEDGEMENT,
                                List.of(matter(
                                        "CU-OUT-2026-0051", "DOJ", "DRUGS", Urgency.ROUTINE, "2026-04-27T21:00:00Z")),
                                0)),
                2,
                NOW);
    }

    static MailMatter matter(String reference, String authority, String crimeArea, Urgency urgency, String dueAt) {
        return new MailMatter(
                new Code(reference), new Code(authority), null, new Code(crimeArea), urgency, Instant.parse(dueAt));
    }

    private static LocalizedText text(String es, String en) {
        return new LocalizedText(es, en);
    }
}
