package org.plazo.deadline.reckoning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plazo.calendar.ClosedBy;
import org.plazo.calendar.LocalizedText;
import org.plazo.deadline.ExplanationStep.Kind;
import org.plazo.deadline.LimitUnit;

/** Tells, day by day, what happened in one count of days and in its roll. */
final class PhaseWalk {

    private final DayPhase phase;
    private final DayCount days;
    private final Kind kind;
    private final Map<List<ClosedBy>, LocalizedText> closures = new HashMap<>();
    private final Skipped skipped = new Skipped();
    private final Skipped rolledOver = new Skipped();
    private int counted;

    PhaseWalk(DayPhase phase, DayCount days) {
        this.phase = phase;
        this.days = days;
        this.kind = phase.granted() == null ? Kind.COUNTED : Kind.EXTENDED;
    }

    void addTo(StepList steps) {
        steps.begin(kind);
        int direction = phase.end().isBefore(phase.from()) ? -1 : 1;
        for (LocalDate day = phase.from(); !day.equals(phase.end()); ) {
            day = day.plusDays(direction);
            addDay(steps, day, direction);
        }
        steps.end();
        if (!phase.rolled().equals(phase.end())) {
            addRoll(steps);
        }
    }

    /** The closed days that are passed over, then the open day reached. */
    private void addRoll(StepList steps) {
        int direction = phase.rolled().isBefore(phase.end()) ? -1 : 1;
        for (LocalDate day = phase.end(); !day.equals(phase.rolled()); day = day.plusDays(direction)) {
            List<ClosedBy> why = days.calendar().closedBy(day);
            steps.day(day, Kind.ROLLED, 0, why, (from, to, count) -> {
                LocalizedText closure = closures.computeIfAbsent(why, Wording::closure);
                addSkipped(rolledOver, from, to, closure, why);
                return closure;
            });
        }
        String reached = direction < 0 ? "deadline.step.rolledBack" : "deadline.step.rolledOn";
        steps.day(
                phase.rolled(), Kind.ROLLED, 0, List.of(), (from, to, count) -> Wording.text(reached, phase.rolled()));
        steps.end();
    }

    /** In words; complete after the steps have been added. */
    List<LocalizedText> sentences(List<String> calendars) {
        List<LocalizedText> sentences = new ArrayList<>();
        LocalizedText amount = Wording.amount(phase.amount(), phase.unit());
        if (phase.unit() == LimitUnit.BUSINESS_DAYS && !calendars.isEmpty()) {
            amount = Wording.text("deadline.unitIn", amount, String.join(", ", calendars));
        }
        if (phase.granted() != null) {
            sentences.add(
                    Wording.text("deadline.sentence.extension", amount, phase.granted(), phase.from(), phase.end()));
        } else if (phase.amount() == 0) {
            sentences.add(Wording.text("deadline.sentence.nothing", phase.from()));
        } else {
            sentences.add(Wording.text(
                    phase.amount() < 0 ? "deadline.sentence.backward" : "deadline.sentence.forward",
                    amount,
                    phase.from(),
                    phase.end()));
        }
        if (isClamped()) {
            sentences.add(Wording.text("deadline.sentence.clamped"));
        }
        if (!skipped.isEmpty()) {
            sentences.add(Wording.text("deadline.sentence.notCounted", skipped.text()));
        }
        if (!rolledOver.isEmpty()) {
            sentences.add(Wording.text("deadline.sentence.rolled", phase.end(), rolledOver.text(), phase.rolled()));
        }
        return sentences;
    }

    private void addDay(StepList steps, LocalDate day, int direction) {
        if (direction > 0 && days.pauses().contains(day)) {
            steps.day(day, Kind.PAUSED, 0, List.of(), (from, to, count) -> {
                LocalizedText paused = Wording.text("deadline.step.paused");
                addSkipped(skipped, from, to, paused, List.of());
                return paused;
            });
        } else if (phase.unit() == LimitUnit.BUSINESS_DAYS && !days.calendar().isOpen(day)) {
            List<ClosedBy> why = days.calendar().closedBy(day);
            steps.day(day, Kind.CLOSED, 0, why, (from, to, count) -> {
                LocalizedText closure = closures.computeIfAbsent(why, Wording::closure);
                addSkipped(skipped, from, to, closure, why);
                return closure;
            });
        } else {
            int count = phase.unit() != LimitUnit.MONTHS ? direction : day.equals(phase.end()) ? phase.amount() : 0;
            steps.day(day, kind, count, List.of(), (from, to, total) -> counted(total));
        }
    }

    private LocalizedText counted(int count) {
        counted += count;
        if (count == 0) {
            return Wording.text("deadline.step.running");
        }
        LocalizedText amount = Wording.amount(count, phase.unit());
        int total = Math.abs(phase.amount());
        if (phase.granted() != null) {
            return Wording.text(
                    "deadline.step.extended", amount, Math.abs(counted), total, phase.granted(), phase.from());
        }
        return Wording.text("deadline.step.counted", amount, Math.abs(counted), total);
    }

    private boolean isClamped() {
        return phase.unit() == LimitUnit.MONTHS
                && phase.from().plusMonths(phase.amount()).getDayOfMonth()
                        < phase.from().getDayOfMonth();
    }

    private static void addSkipped(
            Skipped list, LocalDate from, LocalDate to, LocalizedText reason, List<ClosedBy> why) {
        list.add(from, to, reason, why, ChronoUnit.DAYS.between(from, to) + 1);
    }
}
