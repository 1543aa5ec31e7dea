package org.plazo.request.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.RegisterPage;
import org.plazo.request.RegisterRow;
import org.plazo.request.Timeliness;
import org.plazo.request.Urgency;

/** One page of the list. */
record RequestListView(List<Row> items, long total) {

    static RequestListView of(RegisterPage page) {
        return new RequestListView(page.items().stream().map(Row::of).toList(), page.total());
    }

    /** A request in the list; {@code dueOn} and {@code dueAt} are those of the running deadline. */
    record Row(
            String reference,
            Direction direction,
            @Nullable String theirReference,
            String kind,
            String requestingAuthority,
            String requestedAuthority,
            String crimeArea,
            String label,
            Urgency urgency,
            Lifecycle lifecycle,
            @Nullable MeasureOutcome outcome,
            Timeliness timeliness,
            @Nullable String handler,
            @Nullable Instant dispatchedAt,
            @Nullable Instant receivedAt,
            @Nullable DeadlineKind runningDeadline,
            @Nullable LocalDate dueOn,
            @Nullable Instant dueAt) {

        static Row of(RegisterRow row) {
            return new Row(
                    row.reference(),
                    row.direction(),
                    row.theirReference(),
                    row.kind(),
                    row.requestingAuthority(),
                    row.requestedAuthority(),
                    row.crimeArea(),
                    row.label(),
                    row.urgency(),
                    row.lifecycle(),
                    row.outcome(),
                    row.timeliness(),
                    row.handler(),
                    row.dispatchedAt(),
                    row.receivedAt(),
                    row.runningDeadline(),
                    row.dueOn(),
                    row.dueAt());
        }
    }
}
