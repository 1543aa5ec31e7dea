package org.plazo.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a request but its deadlines and events.
 *
 * @param row what the register's list shows of it
 * @param externalId its key in the list it was imported from
 * @param fittingCommands what its state allows, whoever asks
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
        Set<RequestCommand> fittingCommands) {

    /** One thing sought; {@code outcome} is null while nobody has said what became of it. */
    public record MeasureLine(
            int position, String description, @Nullable String outcome) {}
}
