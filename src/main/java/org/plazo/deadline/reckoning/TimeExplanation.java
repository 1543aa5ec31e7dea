package org.plazo.deadline.reckoning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.ClosedBy;
import org.plazo.calendar.LocalizedText;
import org.plazo.deadline.Explanation;
import org.plazo.deadline.ExplanationStep;
import org.plazo.deadline.ExplanationStep.Kind;
import org.plazo.deadline.reckoning.TimeCount.Stretch;

/** Explains a due date that was counted in minutes or hours: stretches of time, their ends as instants. */
final class TimeExplanation {

    private final Terms terms;
    private final TimeCount count;
    private final DayCount days;
    private final List<DayPhase> extensions;
    private final ZonedDateTime rolled;
    private final Instant dueAt;
    private final LocalDate originalDueOn;
    private final List<ExplanationStep> steps = new ArrayList<>();
    private final List<LocalizedText> sentences = new ArrayList<>();
    private final Skipped skipped = new Skipped();
    private Duration elapsed = Duration.ZERO;
    private int nextPause;
    private int unlisted;
    private @Nullable Instant unlistedFrom;

    /** @param rolled where the count itself ended, after its roll and before the extensions */
    TimeExplanation(
            Terms terms,
            TimeCount count,
            DayCount days,
            List<DayPhase> extensions,
            ZonedDateTime rolled,
            Instant dueAt,
            LocalDate originalDueOn) {
        this.terms = terms;
        this.count = count;
        this.days = days;
        this.extensions = extensions;
        this.rolled = rolled;
        this.dueAt = dueAt;
        this.originalDueOn = originalDueOn;
    }

    Explanation explanation() {
        Instant start = terms.start().instant(terms.zone());
        step(start, start, Kind.START, List.of(), 0, Wording.text("deadline.step.startAt", local(start)));
        Instant end = counted(start);
        LocalizedText amount = Wording.amount(terms.amount(), terms.unit());
        if (terms.amount() == 0) {
            sentences.add(Wording.text("deadline.sentence.nothing", local(end)));
        } else {
            String how = terms.amount() < 0 ? "deadline.sentence.backwardAt" : "deadline.sentence.forwardAt";
            sentences.add(Wording.text(how, amount, local(start), local(end)));
        }
        if (!skipped.isEmpty()) {
            sentences.add(Wording.text("deadline.sentence.notCounted", skipped.text()));
        }
        if (!end.equals(rolled.toInstant())) {
            roll(local(end).toLocalDate(), end);
        }
        for (DayPhase phase : extensions) {
            extend(phase);
        }
        LocalizedText due =
                Wording.text("deadline.step.due", local(dueAt), terms.zone().getId());
        step(dueAt, dueAt, Kind.DUE, List.of(), 0, due);
        sentences.add(
                Wording.text("deadline.sentence.due", local(dueAt), terms.zone().getId()));
        if (!terms.pauses().isEmpty() || !terms.extensions().isEmpty()) {
            sentences.add(Wording.text("deadline.sentence.original", originalDueOn));
        }
        return new Explanation(steps, Wording.join("deadline.space", sentences));
    }

    private Instant counted(Instant start) {
        boolean backward = terms.amount() < 0;
        Instant[] cursor = {start};
        Instant end = count.count(start, DueDateCalculator.length(terms), (from, to) -> {
            gap(backward ? to : cursor[0], backward ? cursor[0] : from, backward);
            countStretch(from, to, backward);
            cursor[0] = backward ? from : to;
        });
        if (terms.amount() == 0) {
            gap(start, end, false);
        }
        if (unlistedFrom != null) {
            Instant from = backward ? end : unlistedFrom;
            Instant to = backward ? unlistedFrom : end;
            step(from, to, Kind.COUNTED, List.of(), unlisted, Wording.text("deadline.step.many"));
        }
        return end;
    }

    private void countStretch(Instant from, Instant to, boolean backward) {
        long unit = DueDateCalculator.unitLength(terms).toSeconds();
        long before = elapsed.toSeconds() / unit;
        elapsed = elapsed.plus(Duration.between(from, to));
        long all = elapsed.toSeconds() / unit;
        int units = Math.toIntExact(all - before);
        int signed = backward ? -units : units;
        if (steps.size() >= StepList.MOST) {
            unlistedFrom = unlistedFrom != null ? unlistedFrom : backward ? to : from;
            unlisted += signed;
            return;
        }
        LocalizedText reason = Wording.text(
                "deadline.step.counted", Wording.amount(units, terms.unit()), all, Math.abs(terms.amount()));
        step(from, to, Kind.COUNTED, List.of(), signed, reason);
    }

    /** What lies between two counted stretches: pauses, and otherwise closed time. */
    private void gap(Instant from, Instant to, boolean backward) {
        if (steps.size() >= StepList.MOST) {
            return;
        }
        List<ExplanationStep> found = new ArrayList<>();
        Instant cursor = from;
        List<Stretch> pauses = count.pauses();
        while (!backward
                && nextPause < pauses.size()
                && pauses.get(nextPause).from().isBefore(to)) {
            Stretch pause = pauses.get(nextPause);
            Instant begin = pause.from().isAfter(cursor) ? pause.from() : cursor;
            Instant end = pause.to().isBefore(to) ? pause.to() : to;
            closed(cursor, begin, found);
            if (begin.isBefore(end)) {
                add(found, begin, end, Kind.PAUSED, List.of(), Wording.text("deadline.step.paused"));
                cursor = end;
            }
            if (pause.to().isAfter(to)) {
                break;
            }
            nextPause++;
        }
        closed(cursor, to, found);
        if (backward) {
            Collections.reverse(found);
        }
        steps.addAll(found);
    }

    private void closed(Instant from, Instant to, List<ExplanationStep> found) {
        Instant begin = from;
        Instant cursor = from;
        List<ClosedBy> why = List.of();
        while (cursor.isBefore(to)) {
            LocalDate day = local(cursor).toLocalDate();
            List<ClosedBy> today = days.calendar().closedBy(day);
            if (!today.equals(why)) {
                addClosed(found, begin, cursor, why);
                begin = cursor;
                why = today;
            }
            Instant midnight = Moment.at(day.plusDays(1), LocalTime.MIDNIGHT, terms.zone());
            cursor = midnight.isAfter(cursor) ? midnight : to;
        }
        addClosed(found, begin, to, why);
    }

    private void addClosed(List<ExplanationStep> found, Instant from, Instant to, List<ClosedBy> why) {
        if (from.isBefore(to)) {
            LocalizedText reason = why.isEmpty() ? Wording.text("deadline.step.outsideHours") : Wording.closure(why);
            add(found, from, to, Kind.CLOSED, why, reason);
        }
    }

    private void add(
            List<ExplanationStep> found,
            Instant from,
            Instant to,
            Kind kind,
            List<ClosedBy> why,
            LocalizedText reason) {
        found.add(new ExplanationStep(from.toString(), to.toString(), kind, StepList.calendars(why), 0, reason));
        skipped.add(
                local(from),
                local(to),
                reason,
                why,
                Math.max(1, Duration.between(from, to).toDays()));
    }

    /** The day moves, the time of day stays. */
    private void roll(LocalDate day, Instant end) {
        Skipped over = new Skipped();
        List<ClosedBy> why = new ArrayList<>();
        int direction = rolled.toInstant().isBefore(end) ? -1 : 1;
        for (LocalDate closed = day; !days.calendar().isOpen(closed); closed = closed.plusDays(direction)) {
            List<ClosedBy> today = days.calendar().closedBy(closed);
            over.add(closed, closed, Wording.closure(today), List.of(), 0);
            why.addAll(today);
        }
        step(
                direction < 0 ? rolled.toInstant() : end,
                direction < 0 ? end : rolled.toInstant(),
                Kind.ROLLED,
                StepList.calendars(why),
                0,
                Wording.text("deadline.step.rolled", rolled, over.text()));
        sentences.add(Wording.text("deadline.sentence.rolled", local(end), over.text(), rolled));
    }

    /** A counted day is the time from the same hour of the day before. */
    private void extend(DayPhase phase) {
        StepList list = new StepList();
        PhaseWalk walk = new PhaseWalk(phase, days);
        walk.addTo(list);
        LocalTime time = rolled.toLocalTime();
        for (ExplanationStep step : list.steps()) {
            Instant from = Moment.at(LocalDate.parse(step.from()).minusDays(1), time, terms.zone());
            Instant to = Moment.at(LocalDate.parse(step.to()), time, terms.zone());
            steps.add(new ExplanationStep(
                    from.toString(), to.toString(), step.kind(), step.calendars(), step.count(), step.reason()));
        }
        sentences.addAll(walk.sentences(terms.calendar().ids()));
    }

    private void step(Instant from, Instant to, Kind kind, List<String> calendars, int units, LocalizedText reason) {
        steps.add(new ExplanationStep(from.toString(), to.toString(), kind, calendars, units, reason));
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(terms.zone());
    }
}
