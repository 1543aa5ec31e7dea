package org.plazo.workflow.change;

import java.util.Set;
import org.plazo.request.LedgerAction;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestEvent;
import org.plazo.request.RequestLedger;
import org.plazo.security.Actor;
import org.plazo.workflow.escalation.Escalation;
import org.plazo.workflow.escalation.Ladder;
import org.plazo.workflow.policy.Policies;
import org.plazo.workflow.policy.Policy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets one running deadline follow the tables that were applied. */
@Component
class PolicyStep {

    private final PolicyComparison comparison;
    private final Policies policies;
    private final RequestDeadlines deadlines;
    private final Ladder ladder;
    private final Escalation escalation;
    private final RequestLedger ledger;
    private final ApplicationEventPublisher events;

    PolicyStep(
            PolicyComparison comparison,
            Policies policies,
            RequestDeadlines deadlines,
            Ladder ladder,
            Escalation escalation,
            RequestLedger ledger,
            ApplicationEventPublisher events) {
        this.comparison = comparison;
        this.policies = policies;
        this.deadlines = deadlines;
        this.ladder = ladder;
        this.escalation = escalation;
        this.ledger = ledger;
        this.events = events;
    }

    /** Nothing happens if it was stopped, or has followed, meanwhile. */
    @Transactional
    public void follow(PolicyApplication application, long requestId, long deadlineId) {
        deadlines
                .lock(requestId, deadlineId)
                .flatMap(each ->
                        comparison.different(each, policies.versions(application.timeLimits(), application.ladder())))
                .ifPresent(each -> follow(application, each));
    }

    private void follow(PolicyApplication application, PolicyComparison.Different different) {
        RequestDeadline deadline = different.deadline();
        if (different.ladder() != null) {
            ladder.follow(deadline, application.ladder());
            ledger.enter(
                    deadline.requestId(),
                    LedgerAction.POLICY_APPLIED,
                    new Actor(application.appliedBy(), Set.of()),
                    deadline.kind().name(),
                    Policies.LADDER + " v" + different.standing().ladder(),
                    Policies.LADDER + " v" + application.ladder(),
                    application.reason());
        }
        Policy limit = different.limit();
        if (limit != null) {
            deadlines.follow(deadline, PolicyComparison.terms(limit), application.appliedBy(), application.reason());
        }
        String reference = different.request().reference();
        // first what is decided anew, then what nobody is to be told of any more, then the timer
        events.publishEvent(new RequestEvent.ClockChanged(deadline.requestId(), reference, deadline.kind()));
        escalation.skipOvertaken(reference, deadline.kind());
        events.publishEvent(new RequestEvent.ClockChanged(deadline.requestId(), reference, deadline.kind()));
    }
}
