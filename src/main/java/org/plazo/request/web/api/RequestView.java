package org.plazo.request.web.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.FurtherReference;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.MeasureStatus;
import org.plazo.request.RegisterRow;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestDetails;
import org.plazo.request.RequestField;
import org.plazo.request.RequestSubject;
import org.plazo.request.Timeliness;
import org.plazo.request.Urgency;
import org.springframework.http.ResponseEntity;

/** A whole request; {@code dueOn} and {@code dueAt} are those of the running deadline. */
record RequestView(
        String reference,
        Direction direction,
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
        long version,
        Lifecycle lifecycle,
        @Nullable MeasureOutcome outcome,
        Timeliness timeliness,
        List<String> fittingCommands,
        @Nullable String handler,
        @Nullable LocalDate datedOn,
        @Nullable LocalDate requestedOn,
        Instant createdAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant receivedAt,
        @Nullable String channel,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant lastContactAt,
        @Nullable Instant respondedAt,
        @Nullable Instant closedAt,
        @Nullable DeadlineKind runningDeadline,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        List<FurtherReference> references,
        List<RequestSubject> subjects,
        List<String> earlierRequests,
        List<String> laterRequests,
        List<String> needToKnow,
        @JsonAnyGetter Map<String, Object> further) {

    static RequestView of(RequestDetails details) {
        RegisterRow row = details.row();
        return new RequestView(
                row.reference(),
                row.direction(),
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
                        .map(each -> new MeasureView(
                                each.position(),
                                each.description(),
                                each.status(),
                                each.outcome(),
                                each.ground(),
                                each.reasons(),
                                each.settledAt()))
                        .toList(),
                row.urgency(),
                details.urgencyReason(),
                details.classification(),
                row.restricted(),
                details.version(),
                row.lifecycle(),
                row.outcome(),
                row.timeliness(),
                details.fittingCommands().stream().map(RequestCommand::apiName).toList(),
                row.handler(),
                details.datedOn(),
                details.requestedOn(),
                details.createdAt(),
                details.submittedBy(),
                details.submittedAt(),
                row.dispatchedAt(),
                row.receivedAt(),
                details.channel(),
                details.acknowledgedAt(),
                details.lastContactAt(),
                details.respondedAt(),
                details.closedAt(),
                row.runningDeadline(),
                row.dueOn(),
                row.dueAt(),
                details.references(),
                details.subjects(),
                details.earlierRequests(),
                details.laterRequests(),
                details.needToKnow(),
                further(details.fields()));
    }

    /** The version as an ETag. */
    String tag() {
        return "\"" + version + "\"";
    }

    ResponseEntity<RequestView> answer() {
        return ResponseEntity.ok().eTag(tag()).body(this);
    }

    private static Map<String, Object> further(Map<RequestField, String> fields) {
        Map<String, Object> further = new LinkedHashMap<>();
        for (RequestField field : RequestField.values()) {
            String value = fields.get(field);
            if (value != null && !RequestField.CORE.contains(field)) {
                further.put(field.apiName(), field.type() == RequestField.Type.FLAG ? (Object) true : value);
            }
        }
        return further;
    }

    /** One thing sought. */
    record MeasureView(
            int position,
            String description,
            MeasureStatus status,
            @Nullable MeasureOutcome outcome,
            @Nullable String ground,
            @Nullable String reasons,
            @Nullable Instant settledAt) {}
}
