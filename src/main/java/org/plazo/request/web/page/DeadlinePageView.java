package org.plazo.request.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.ExplanationStep;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineBasis;
import org.plazo.request.DeadlineKind;
import org.plazo.request.ExplainedDeadline;
import org.plazo.request.Parties;
import org.plazo.request.RequestDeadline;
import org.plazo.request.web.words.PageFormats;
import org.plazo.request.web.words.PageWords;

/**
 * A deadline as a page shows it.
 *
 * @param moved whether the date is another one than at first
 * @param open whether nobody has stopped its clock
 * @param paused whether the clock stands still, so that the date will lie later
 * @param promised the promised day in words, and whether it was kept to; null without a promise
 * @param turns pauses, extensions and promises in words, as they took effect
 * @param clock whether the clock runs, or when it stopped, in words
 * @param policy version of the decision table that the limit came from
 * @param calendarVersion of the calendars that the date was computed with
 * @param lateDays full days between the due day and today, or the day on which the clock stopped; null if not late
 */
public record DeadlinePageView(
        DeadlineKind kind,
        DeadlineBasis basis,
        String due,
        String originalDue,
        boolean moved,
        boolean open,
        String clock,
        @Nullable Long lateDays,
        String sentence,
        String policy,
        int calendarVersion,
        boolean paused,
        @Nullable String promised,
        List<String> turns,
        List<Step> steps) {

    /** One stretch of the explanation. */
    public record Step(String from, String to, ExplanationStep.Kind kind, int count, String reason) {}

    static DeadlinePageView of(
            ExplainedDeadline one, Parties parties, PageFormats formats, PageWords words, Instant now) {
        Locale locale = words.locale();
        RequestDeadline deadline = one.deadline();
        DueDate explained = one.explained();
        Instant stoppedAt = deadline.stoppedAt();
        Instant until = stoppedAt == null ? now : stoppedAt;
        ZoneId zone = deadline.limit().zone();
        ClockTurnWords turns = new ClockTurnWords(parties, formats, words);
        return new DeadlinePageView(
                deadline.kind(),
                deadline.basis(),
                formats.instant(deadline.dueAt()),
                formats.date(deadline.originalDueOn()),
                !deadline.dueOn().equals(deadline.originalDueOn()),
                stoppedAt == null,
                turns.clock(one),
                deadline.state() != ClockState.PAUSED && until.isAfter(deadline.dueAt())
                        ? ChronoUnit.DAYS.between(
                                deadline.dueOn(), until.atZone(zone).toLocalDate())
                        : null,
                explained.explanation().in(locale),
                policyVersion(deadline.policy()),
                deadline.calendarVersion(),
                deadline.state() == ClockState.PAUSED,
                turns.promised(deadline, until),
                turns.told(one.events()),
                explained.steps().stream()
                        .map(step -> step(step, formats, locale))
                        .toList());
    }

    /** Such as 3 for {@code time-limits v3}; what has no version is shown as it is. */
    private static String policyVersion(String policy) {
        return policy.replaceFirst("^.* v(?=\\d+$)", "");
    }

    private static Step step(ExplanationStep step, PageFormats formats, Locale locale) {
        return new Step(
                moment(step.from(), formats),
                moment(step.to(), formats),
                step.kind(),
                step.count(),
                step.reason().in(locale));
    }

    /** Steps say a date, or an instant for minute and hour units. */
    private static String moment(String iso, PageFormats formats) {
        try {
            return iso.length() == 10 ? formats.date(LocalDate.parse(iso)) : formats.instant(Instant.parse(iso));
        } catch (DateTimeParseException unexpected) {
            return iso;
        }
    }
}
