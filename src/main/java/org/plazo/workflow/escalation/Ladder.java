package org.plazo.workflow.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineKind;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.Requests;
import org.plazo.workflow.policy.Policies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the deadlines of a request stand on their ladders. */
@Component
public class Ladder {

    private final Requests requests;
    private final RunningDeadlines running;
    private final RequestDeadlines deadlines;
    private final StepPlan plan;
    private final EscalationSteps steps;
    private final Policies policies;
    private final Clock clock;

    Ladder(
            Requests requests,
            RunningDeadlines running,
            RequestDeadlines deadlines,
            StepPlan plan,
            EscalationSteps steps,
            Policies policies,
            Clock clock) {
        this.requests = requests;
        this.running = running;
        this.deadlines = deadlines;
        this.plan = plan;
        this.steps = steps;
        this.policies = policies;
        this.clock = clock;
    }

    /** Lets a deadline follow the ladder in force now, for as long as it lives. */
    @Transactional
    public void follow(RequestDeadline deadline) {
        if (steps.ladderOf(deadline.id()).isEmpty()) {
            steps.pinLadder(deadline.id(), policies.latestLadder());
        }
    }

    /** Lets a deadline follow another version of the ladder. */
    @Transactional
    public void follow(RequestDeadline deadline, int version) {
        follow(deadline);
        steps.repinLadder(deadline.id(), version);
    }

    /** Whether what the deadline is for is still awaited, be its clock paused or not. */
    public boolean isAwaited(String reference, DeadlineKind kind) {
        return requests.find(reference)
                .flatMap(request -> deadlines.find(request.id(), kind))
                .filter(deadline -> deadline.state() != ClockState.STOPPED)
                .isPresent();
    }

    /**
     * When the next undecided step is due, possibly in the past; empty while no step is left, or while the clock stands
     * without a day of review.
     */
    public Optional<Instant> nextStepAt(String reference, DeadlineKind kind) {
        return running.find(reference, kind).stream()
                .flatMap(matter -> plan.open(matter.deadline(), matter.request()).stream())
                .map(OpenStep::at)
                .findFirst();
    }

    /** The level of the highest step taken for a request's latest deadline of a kind; 0 if none. */
    public int level(long requestId, DeadlineKind kind) {
        return deadlines
                .find(requestId, kind)
                .map(deadline -> steps.level(deadline.id()))
                .orElse(0);
    }

    /**
     * After a due date has moved: steps that were decided and whose instant lies in the future now will be taken again.
     * A move that leaves a step's instant in the past tells nobody twice.
     */
    @Transactional
    public void rearm(String reference, DeadlineKind kind) {
        Instant now = clock.instant();
        running.find(reference, kind)
                .ifPresent(matter -> steps.rearm(
                        matter.deadline().id(), plan.movedPast(now, matter.deadline(), matter.request()), now));
    }
}
