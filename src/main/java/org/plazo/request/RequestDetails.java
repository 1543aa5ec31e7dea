package org.plazo.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a request but its deadlines and events.
 *
 * @param row what the register's list shows of it
 * @param externalId its key in the list it was imported from
 * @param fittingCommands what its state allows, whoever asks
 * @param version counts the changes of the record
 * @param fields all values by field; empty ones are left out
 * @param earlierRequests references of the requests that it follows up, as far as the reader may see them
 * @param laterRequests references of the requests that follow it up, likewise
 * @param needToKnow codes of the circles of which a reader must belong to one; empty: the level alone decides
 */
public record RequestDetails(
        RegisterRow row,
        @Nullable String externalId,
        String legalBasis,
        @Nullable String facts,
        @Nullable String purpose,
        List<MeasureLine> measures,
        @Nullable String urgencyReason,
        String classification,
        @Nullable LocalDate datedOn,
        @Nullable LocalDate requestedOn,
        Instant createdAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String channel,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant lastContactAt,
        @Nullable Instant respondedAt,
        @Nullable Instant closedAt,
        Set<RequestCommand> fittingCommands,
        long version,
        Map<RequestField, String> fields,
        List<FurtherReference> references,
        List<RequestSubject> subjects,
        List<String> earlierRequests,
        List<String> laterRequests,
        List<String> needToKnow) {

    /**
     * One thing sought.
     *
     * @param position from 1
     * @param outcome null while nobody has said what became of it, like ground, reasons and the time
     */
    public record MeasureLine(
            int position,
            String description,
            MeasureStatus status,
            @Nullable MeasureOutcome outcome,
            @Nullable String ground,
            @Nullable String reasons,
            @Nullable Instant settledAt) {}
}
