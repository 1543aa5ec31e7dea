package org.plazo.request.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Lifecycle;
import org.plazo.request.RegisterRow;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestDetails;
import org.plazo.request.Timeliness;
import org.plazo.request.Urgency;

/** A whole request; {@code dueOn} and {@code dueAt} are those of the running deadline. */
record RequestView(
        String reference,
        @Nullable String theirReference,
        @Nullable String externalId,
        String kind,
        String requestingAuthority,
        String requestedAuthority,
        String legalBasis,
        String crimeArea,
        String label,
        @Nullable String facts,
        @Nullable String purpose,
        List<MeasureView> measures,
        Urgency urgency,
        @Nullable String urgencyReason,
        String classification,
        boolean restricted,
        Lifecycle lifecycle,
        Timeliness timeliness,
        List<String> fittingCommands,
        @Nullable String handler,
        @Nullable LocalDate datedOn,
        @Nullable LocalDate requestedOn,
        Instant createdAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable Instant dispatchedAt,
        @Nullable String channel,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant lastContactAt,
        @Nullable Instant respondedAt,
        @Nullable Instant closedAt,
        @Nullable DeadlineKind runningDeadline,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt) {

    static RequestView of(RequestDetails details) {
        RegisterRow row = details.row();
        return new RequestView(
                row.reference(),
                row.theirReference(),
                details.externalId(),
                row.kind(),
                row.requestingAuthority(),
                row.requestedAuthority(),
                details.legalBasis(),
                row.crimeArea(),
                row.label(),
                details.facts(),
                details.purpose(),
                details.measures().stream()
                        .map(each -> new MeasureView(each.position(), each.description(), each.outcome()))
                        .toList(),
                row.urgency(),
                details.urgencyReason(),
                details.classification(),
                row.restricted(),
                row.lifecycle(),
                row.timeliness(),
                details.fittingCommands().stream().map(RequestCommand::apiName).toList(),
                row.handler(),
                details.datedOn(),
                details.requestedOn(),
                details.createdAt(),
                details.submittedBy(),
                details.submittedAt(),
                row.dispatchedAt(),
                details.channel(),
                details.acknowledgedAt(),
                details.lastContactAt(),
                details.respondedAt(),
                details.closedAt(),
                row.runningDeadline(),
                row.dueOn(),
                row.dueAt());
    }

    /** One thing sought. */
    record MeasureView(
            int position, String description, @Nullable String outcome) {}
}
