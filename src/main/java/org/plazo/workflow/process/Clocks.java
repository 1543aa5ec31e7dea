package org.plazo.workflow.process;

import java.time.Instant;
import org.plazo.request.DeadlineKind;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.plazo.workflow.escalation.Ladder;
import org.plazo.workflow.policy.Policies;
import org.plazo.workflow.policy.Policy;
import org.plazo.workflow.policy.PolicyCase;
import org.springframework.stereotype.Component;

/** Starts the clocks of a request, with the limits and ladders in force. The register itself stops them. */
@Component
class Clocks {

    private final Requests requests;
    private final RequestDeadlines deadlines;
    private final Policies policies;
    private final Ladder ladder;

    Clocks(Requests requests, RequestDeadlines deadlines, Policies policies, Ladder ladder) {
        this.requests = requests;
        this.deadlines = deadlines;
        this.policies = policies;
        this.ladder = ladder;
    }

    void start(long requestId, DeadlineKind kind, Instant at) {
        RequestSummary request = requests.find(requestId).orElseThrow();
        Policy policy = policies.timeLimit(PolicyCase.of(request, kind));
        ladder.follow(deadlines.open(requestId, kind, policy.basis(), policy.limit(), policy.source(), at));
    }
}
