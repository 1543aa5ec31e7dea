package org.plazo.request.web;

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
import org.plazo.request.RequestDeadline;

/**
 * A deadline as a page shows it.
 *
 * @param moved whether the date is another one than at first
 * @param stopped when the clock stopped, in words; null while it has not
 * @param lateDays full days between the due day and today, or the day on which the clock stopped; null if not late
 */
public record DeadlinePageView(
        DeadlineKind kind,
        DeadlineBasis basis,
        ClockState state,
        String due,
        String originalDue,
        boolean moved,
        @Nullable String stopped,
        @Nullable Long lateDays,
        String sentence,
        String policy,
        List<Step> steps) {

    /** One stretch of the explanation. */
    public record Step(String from, String to, ExplanationStep.Kind kind, int count, String reason) {}

    static DeadlinePageView of(ExplainedDeadline one, PageFormats formats, Locale locale, Instant now) {
        RequestDeadline deadline = one.deadline();
        DueDate explained = one.explained();
        Instant stoppedAt = deadline.stoppedAt();
        Instant until = stoppedAt == null ? now : stoppedAt;
        ZoneId zone = deadline.limit().zone();
        return new DeadlinePageView(
                deadline.kind(),
                deadline.basis(),
                deadline.state(),
                formats.instant(deadline.dueAt()),
                formats.date(deadline.originalDueOn()),
                !deadline.dueOn().equals(deadline.originalDueOn()),
                stoppedAt == null ? null : formats.instant(stoppedAt),
                until.isAfter(deadline.dueAt())
                        ? ChronoUnit.DAYS.between(
                                deadline.dueOn(), until.atZone(zone).toLocalDate())
                        : null,
                explained.explanation().in(locale),
                deadline.policy(),
                explained.steps().stream()
                        .map(step -> step(step, formats, locale))
                        .toList());
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
