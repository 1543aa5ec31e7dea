package org.plazo.deadline.reckoning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plazo.calendar.LocalizedText;
import org.plazo.deadline.Explanation;
import org.plazo.deadline.ExplanationStep;
import org.plazo.deadline.ExplanationStep.Kind;

/** Explains a due date that was counted in days or months. */
record DayExplanation(Terms terms, DayCount days, List<DayPhase> phases, Instant dueAt, LocalDate originalDueOn) {

    Explanation explanation() {
        LocalDate zero = terms.dayZero();
        StepList steps = new StepList();
        List<LocalizedText> sentences = new ArrayList<>();
        LocalizedText start = terms.isAfterCutOff()
                ? Wording.text("deadline.step.startAfterCutOff", terms.start(), cutOff(), zero)
                : Wording.text("deadline.step.start", zero);
        steps.add(step(zero, Kind.START, start));
        if (terms.isAfterCutOff()) {
            sentences.add(Wording.text("deadline.sentence.cutOff", terms.start(), cutOff()));
        }
        for (DayPhase phase : phases) {
            PhaseWalk walk = new PhaseWalk(phase, days);
            walk.addTo(steps);
            sentences.addAll(walk.sentences(terms.calendar().ids()));
        }
        LocalDate dueOn = phases.get(phases.size() - 1).rolled();
        LocalizedText due = Wording.text(
                "deadline.step.due", dueAt.atZone(terms.zone()), terms.zone().getId());
        steps.add(step(dueOn, Kind.DUE, due));
        sentences.add(Wording.text(
                "deadline.sentence.due",
                dueAt.atZone(terms.zone()),
                terms.zone().getId()));
        if (!terms.pauses().isEmpty() || !terms.extensions().isEmpty()) {
            sentences.add(Wording.text("deadline.sentence.original", originalDueOn));
        }
        return new Explanation(steps.steps(), Wording.join("deadline.space", sentences));
    }

    private Object cutOff() {
        return terms.cutOff() == null ? "" : terms.cutOff();
    }

    private static ExplanationStep step(LocalDate day, Kind kind, LocalizedText reason) {
        return new ExplanationStep(day.toString(), day.toString(), kind, List.of(), 0, reason);
    }
}
