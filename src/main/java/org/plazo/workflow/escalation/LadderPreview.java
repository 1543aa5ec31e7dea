package org.plazo.workflow.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plazo.request.ClockState;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestSummary;
import org.plazo.workflow.policy.LadderStep;
import org.plazo.workflow.policy.Policies;
import org.plazo.workflow.policy.PolicyCase;
import org.springframework.stereotype.Component;

/** Which steps of deadlines are to come, on the ladders that they follow and on others. Changes nothing. */
@Component
public class LadderPreview {

    private final StepPlan plan;
    private final EscalationSteps steps;
    private final Policies policies;
    private final Clock clock;

    LadderPreview(StepPlan plan, EscalationSteps steps, Policies policies, Clock clock) {
        this.plan = plan;
        this.steps = steps;
        this.policies = policies;
        this.clock = clock;
    }

    /** Where deadlines stand, by their ids; two statements, however many there are. */
    public Map<Long, LadderStanding> standings(Collection<Long> deadlineIds) {
        Map<Long, Integer> ladders = steps.laddersOf(deadlineIds);
        Map<Long, List<StepRecord>> decided = steps.of(deadlineIds);
        Map<Long, LadderStanding> found = new HashMap<>();
        for (Long id : deadlineIds) {
            Integer ladder = ladders.get(id);
            found.put(
                    id,
                    new LadderStanding(
                            ladder == null ? policies.latestLadder() : ladder,
                            decided.getOrDefault(id, List.of()).stream()
                                    .collect(Collectors.toMap(StepRecord::step, Function.identity()))));
        }
        return found;
    }

    /** The steps to come on the ladder that is followed, the next one first; none while the clock is paused. */
    public List<PlannedStep> now(RequestDeadline deadline, RequestSummary request, LadderStanding standing) {
        if (deadline.state() != ClockState.RUNNING) {
            return List.of();
        }
        List<LadderStep> ladder = policies.ladder(standing.ladder(), PolicyCase.of(request, deadline.kind()));
        return planned(plan.open(deadline, request, ladder, standing.decided()));
    }

    /** The steps to come if the deadline were as it is given and followed another ladder from now on. */
    public List<PlannedStep> after(
            RequestDeadline deadline, RequestSummary request, LadderStanding standing, List<LadderStep> ladder) {
        if (deadline.state() != ClockState.RUNNING) {
            return List.of();
        }
        Instant now = clock.instant();
        Map<String, StepRecord> decided = new HashMap<>(standing.decided());
        plan.movedPast(now, deadline, ladder, decided).forEach(decided::remove);
        List<OpenStep> open = plan.open(deadline, request, ladder, decided);
        List<OpenStep> overtaken = StepPlan.overtaken(now, open, decided);
        return planned(open.stream().filter(step -> !overtaken.contains(step)).toList());
    }

    private static List<PlannedStep> planned(List<OpenStep> open) {
        return open.stream()
                .map(step -> new PlannedStep(step.step().step(), step.at()))
                .toList();
    }
}
