package org.plazo.notification.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.ClockState;
import org.plazo.request.PostponementReview;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.plazo.security.UserProfile;
import org.springframework.stereotype.Component;

/** Looks again, just before sending, whether there still is something to tell. What is not is suppressed, with the reason. */
@Component
class OpenMatters {

    /** A matter with its request and deadline as they stand now. */
    record OpenMatter(PendingMatter matter, RequestSummary request, RequestDeadline deadline) {}

    private final NotificationRows notifications;
    private final Requests requests;
    private final RequestDeadlines deadlines;
    private final RequestAccess access;

    OpenMatters(NotificationRows notifications, Requests requests, RequestDeadlines deadlines, RequestAccess access) {
        this.notifications = notifications;
        this.requests = requests;
        this.deadlines = deadlines;
        this.access = access;
    }

    /** @param recipient of all the matters; null: nobody knows him, and he will not be told anything anyway */
    List<OpenMatter> sift(List<PendingMatter> matters, @Nullable UserProfile recipient, Instant now) {
        Map<Long, RequestSummary> summaries =
                requests
                        .findAll(matters.stream()
                                .map(PendingMatter::requestId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(RequestSummary::id, Function.identity()));
        Map<Long, RequestDeadline> clocks =
                deadlines
                        .findAll(matters.stream()
                                .map(PendingMatter::deadlineId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(RequestDeadline::id, Function.identity()));
        Set<Long> superseded = notifications.superseded(matters);
        Set<Long> permitted =
                recipient == null ? summaries.keySet() : access.readable(summaries.keySet(), recipient.asActor());
        List<OpenMatter> open = new ArrayList<>();
        for (PendingMatter matter : matters) {
            RequestSummary request = summaries.get(matter.requestId());
            RequestDeadline deadline = clocks.get(matter.deadlineId());
            if (request == null || deadline == null) {
                notifications.suppress(matter.id(), Suppression.GONE, now);
            } else if (request.lifecycle().isFinal()) {
                notifications.suppress(matter.id(), Suppression.REQUEST_FINAL, now);
            } else if (deadline.state() != ClockState.RUNNING && !isReview(matter, deadline)) {
                notifications.suppress(matter.id(), Suppression.CLOCK_STOPPED, now);
            } else if (!permitted.contains(request.id())) {
                notifications.suppress(matter.id(), Suppression.NOT_PERMITTED, now);
            } else if (superseded.contains(matter.id())) {
                notifications.suppress(matter.id(), Suppression.SUPERSEDED, now);
            } else {
                open.add(new OpenMatter(matter, request, deadline));
            }
        }
        return open;
    }

    /** The one thing that is told while a clock stands still. */
    private static boolean isReview(PendingMatter matter, RequestDeadline deadline) {
        return deadline.review() != null && matter.step().equals(PostponementReview.STEP);
    }
}
