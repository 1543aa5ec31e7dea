package org.plazo.workflow.escalation;

import java.util.Optional;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineKind;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.Requests;
import org.springframework.stereotype.Component;

/** Finds deadlines that can still escalate: the clock runs or is to be reviewed, and the request is open. */
@Component
class RunningDeadlines {

    private final Requests requests;
    private final RequestDeadlines deadlines;

    RunningDeadlines(Requests requests, RequestDeadlines deadlines) {
        this.requests = requests;
        this.deadlines = deadlines;
    }

    Optional<RunningDeadline> find(String reference, DeadlineKind kind) {
        return requests.find(reference)
                .filter(request -> !request.lifecycle().isFinal())
                .flatMap(request -> deadlines
                        .find(request.id(), kind)
                        .filter(deadline -> deadline.state() == ClockState.RUNNING || deadline.review() != null)
                        .map(deadline -> new RunningDeadline(deadline, request)));
    }
}
