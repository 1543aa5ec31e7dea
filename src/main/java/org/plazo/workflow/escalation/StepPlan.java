package org.plazo.workflow.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestSummary;
import org.plazo.workflow.policy.LadderStep;
import org.plazo.workflow.policy.Policies;
import org.plazo.workflow.policy.PolicyCase;
import org.plazo.workflow.policy.Recipient;
import org.springframework.stereotype.Component;

/** Puts ladder, due date and past decisions together: which steps of a deadline are still to come, and when. */
@Component
class StepPlan {

    private final Policies policies;
    private final EscalationSteps steps;
    private final StepInstants instants;

    StepPlan(Policies policies, EscalationSteps steps, StepInstants instants) {
        this.policies = policies;
        this.steps = steps;
        this.instants = instants;
    }

    /** The undecided steps, earliest first. */
    List<OpenStep> open(RequestDeadline deadline, RequestSummary request) {
        return open(deadline, request, ladder(deadline, request), decided(deadline));
    }

    /** @param decided what was decided of each step, by their codes */
    List<OpenStep> open(
            RequestDeadline deadline,
            RequestSummary request,
            List<LadderStep> ladder,
            Map<String, StepRecord> decided) {
        List<OpenStep> open = new ArrayList<>();
        for (LadderStep step : withOwn(ladder, deadline)) {
            StepRecord record = decided.get(step.step());
            if (record == null || !record.counts()) {
                int generation = record == null ? 1 : record.generation() + 1;
                open.add(new OpenStep(
                        step, generation, instants.of(step, deadline), instants.isPromised(step, deadline)));
            }
        }
        holdBack(open, deadline, request.lastContactAt());
        open.sort(Comparator.comparing(OpenStep::at));
        return open;
    }

    /** The codes of steps that were decided, but whose instant lies in the future now. */
    List<String> movedPast(Instant now, RequestDeadline deadline, RequestSummary request) {
        return movedPast(now, deadline, ladder(deadline, request), decided(deadline));
    }

    List<String> movedPast(
            Instant now, RequestDeadline deadline, List<LadderStep> ladder, Map<String, StepRecord> decided) {
        return withOwn(ladder, deadline).stream()
                .filter(step -> {
                    StepRecord record = decided.get(step.step());
                    return record != null && record.counts();
                })
                .filter(step -> instants.of(step, deadline).isAfter(now))
                .map(LadderStep::step)
                .toList();
    }

    /**
     * Undecided steps that a higher one has overtaken: as high as one that was taken, or lower, and due already. They come
     * about when a ladder is exchanged for another one, and nobody is to be told of them after the fact.
     */
    static List<OpenStep> overtaken(Instant now, List<OpenStep> open, Map<String, StepRecord> decided) {
        int highest = decided.values().stream()
                .filter(record -> record.taken() && record.counts())
                .mapToInt(StepRecord::level)
                .max()
                .orElse(0);
        return open.stream()
                .filter(step -> step.step().level() <= highest && !step.at().isAfter(now) && !step.promised())
                .toList();
    }

    private void holdBack(List<OpenStep> open, RequestDeadline deadline, @Nullable Instant lastContactAt) {
        if (lastContactAt == null) {
            return;
        }
        open.stream()
                .filter(step -> step.step().heldBack())
                .min(Comparator.comparing(OpenStep::at))
                .ifPresent(next -> {
                    Instant until = instants.heldUntil(lastContactAt, deadline);
                    if (next.at().isBefore(until)) {
                        open.set(
                                open.indexOf(next),
                                new OpenStep(next.step(), next.generation(), until, next.promised()));
                    }
                });
    }

    Map<String, StepRecord> decided(RequestDeadline deadline) {
        return steps.of(deadline.id()).stream().collect(Collectors.toMap(StepRecord::step, Function.identity()));
    }

    /** Who is told of a step; nobody if the deadline has no such step. */
    Set<Recipient> recipients(String step, RequestDeadline deadline, RequestSummary request) {
        return withOwn(ladder(deadline, request), deadline).stream()
                .filter(each -> each.step().equals(step))
                .map(LadderStep::recipients)
                .findFirst()
                .orElse(Set.of());
    }

    /** The ladder and a promise while the clock runs; while it is postponed its review alone. */
    private static List<LadderStep> withOwn(List<LadderStep> ladder, RequestDeadline deadline) {
        if (deadline.review() != null) {
            return List.of(LadderStep.REVIEW_DATE);
        }
        List<LadderStep> steps = new ArrayList<>(ladder);
        if (deadline.promise() != null) {
            steps.add(LadderStep.PROMISE_BROKEN);
        }
        return steps;
    }

    private List<LadderStep> ladder(RequestDeadline deadline, RequestSummary request) {
        int version = steps.ladderOf(deadline.id()).orElseGet(policies::latestLadder);
        return policies.ladder(version, PolicyCase.of(request, deadline.kind()));
    }
}
