package org.plazo.notification.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plazo.notification.mail.Code;
import org.plazo.notification.mail.MailMatter;
import org.plazo.notification.mail.MailModel;
import org.plazo.notification.mail.MailSection;
import org.plazo.notification.outbox.OpenMatters.OpenMatter;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.RequestSummary;
import org.plazo.request.Urgency;

/** Translates open matters into what a mail may say of them. */
final class MailContents {

    /** The highest step comes first; one that is not listed here goes before all others. */
    private static final List<String> STEPS = List.of("DIALOGUE_AGENDA", "HEAD", "MANAGER", "OVERDUE", "DUE_SOON");

    private record Heading(String step, Direction direction, DeadlineKind kind) {

        private static final Comparator<Heading> ORDER = Comparator.comparing(
                        (Heading each) -> STEPS.indexOf(each.step))
                .thenComparing(Heading::step)
                .thenComparing(Heading::direction)
                .thenComparing(Heading::kind);
    }

    private MailContents() {}

    /** @param listed how many matters a section lists at most */
    static MailModel model(Locale language, MailForm form, List<OpenMatter> open, int listed, Instant now) {
        int restricted = 0;
        Map<Heading, List<MailMatter>> groups = new TreeMap<>(Heading.ORDER);
        for (OpenMatter each : open) {
            if (each.request().restricted() || !isCoded(each)) {
                restricted++;
            } else {
                Heading under = new Heading(
                        each.matter().step(),
                        each.request().direction(),
                        each.matter().kind());
                groups.computeIfAbsent(under, heading -> new ArrayList<>()).add(describe(each));
            }
        }
        List<MailSection> sections = new ArrayList<>();
        groups.forEach((heading, matters) -> {
            matters.sort(Comparator.comparing(MailMatter::dueAt)
                    .thenComparing(matter -> matter.reference().value()));
            sections.add(new MailSection(
                    new Code(heading.step()),
                    heading.direction(),
                    heading.kind(),
                    matters.subList(0, Math.min(listed, matters.size())),
                    Math.max(0, matters.size() - listed)));
        });
        Urgency urgency =
                form == MailForm.DIGEST ? Urgency.ROUTINE : open.get(0).matter().urgency();
        return new MailModel(language, urgency, sections, restricted, now);
    }

    /** What is no code might be words that somebody typed; it is only counted. */
    private static boolean isCoded(OpenMatter each) {
        String agency = agency(each.request());
        return (agency == null || Code.fits(agency))
                && Code.fits(each.request().reference())
                && Code.fits(counterpart(each.request()))
                && Code.fits(each.request().crimeArea())
                && Code.fits(each.matter().step());
    }

    private static String counterpart(RequestSummary request) {
        return request.direction() == Direction.OUTGOING ? request.requestedAuthority() : request.requestingAuthority();
    }

    /** Whose work it is that is late, if one of our agencies has it. */
    private static @Nullable String agency(RequestSummary request) {
        return request.direction() == Direction.INCOMING ? request.executingAgency() : null;
    }

    private static MailMatter describe(OpenMatter each) {
        String agency = agency(each.request());
        return new MailMatter(
                new Code(each.request().reference()),
                new Code(counterpart(each.request())),
                agency == null ? null : new Code(agency),
                new Code(each.request().crimeArea()),
                each.request().urgency(),
                each.deadline().dueAt());
    }
}
