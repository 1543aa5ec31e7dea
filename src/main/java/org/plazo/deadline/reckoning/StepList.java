package org.plazo.deadline.reckoning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.ClosedBy;
import org.plazo.calendar.LocalizedText;
import org.plazo.deadline.ExplanationStep;
import org.plazo.deadline.ExplanationStep.Kind;

/** Steps of days; neighbouring days to which the same happens for the same reason are one step. */
final class StepList {

    /** So many steps are told one by one; what is counted after them is told as one. */
    static final int MOST = 10_000;

    private final List<ExplanationStep> steps = new ArrayList<>();
    private Kind counting = Kind.COUNTED;
    private @Nullable Run run;

    /** Begins a count whose counted days are of this kind. */
    void begin(Kind kind) {
        end();
        counting = kind;
    }

    /** @param closedBy why the day is closed, if that is what happened to it */
    void day(LocalDate day, Kind kind, int count, List<ClosedBy> closedBy, Reason reason) {
        if (steps.size() >= MOST && kind != Kind.ROLLED) {
            add(day, counting, count, List.of(), (from, to, total) -> Wording.text("deadline.step.many"));
        } else {
            add(day, kind, count, closedBy, reason);
        }
    }

    private void add(LocalDate day, Kind kind, int count, List<ClosedBy> closedBy, Reason reason) {
        Run current = run;
        if (current != null && current.kind == kind && current.closedBy.equals(closedBy) && current.touches(day)) {
            current.include(day, count);
        } else {
            end();
            run = new Run(day, kind, count, closedBy, reason);
        }
    }

    void add(ExplanationStep step) {
        end();
        steps.add(step);
    }

    /** Ends the step under way, so that the next day begins a new one. */
    void end() {
        Run current = run;
        if (current != null) {
            steps.add(current.step());
            run = null;
        }
    }

    List<ExplanationStep> steps() {
        end();
        return steps;
    }

    static List<String> calendars(List<ClosedBy> why) {
        Set<String> calendars = new LinkedHashSet<>();
        why.forEach(closedBy -> calendars.addAll(closedBy.calendars()));
        return List.copyOf(calendars);
    }

    /** The words for a finished step. */
    interface Reason {
        LocalizedText of(LocalDate from, LocalDate to, int count);
    }

    private static final class Run {

        private final Kind kind;
        private final List<ClosedBy> closedBy;
        private final Reason reason;
        private LocalDate from;
        private LocalDate to;
        private int count;

        private Run(LocalDate day, Kind kind, int count, List<ClosedBy> closedBy, Reason reason) {
            this.kind = kind;
            this.closedBy = closedBy;
            this.reason = reason;
            this.from = day;
            this.to = day;
            this.count = count;
        }

        private boolean touches(LocalDate day) {
            return day.equals(to.plusDays(1)) || day.equals(from.minusDays(1));
        }

        private void include(LocalDate day, int more) {
            if (day.isBefore(from)) {
                from = day;
            } else {
                to = day;
            }
            count += more;
        }

        private ExplanationStep step() {
            return new ExplanationStep(
                    from.toString(), to.toString(), kind, calendars(closedBy), count, reason.of(from, to, count));
        }
    }
}
