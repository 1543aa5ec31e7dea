package org.plazo.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to enter a request. Codes are those of {@code config/parties.yaml}.
 *
 * @param measures what is sought, at least one
 * @param urgencyReason mandatory unless the urgency is ROUTINE
 * @param classification code; null means the lowest one
 * @param datedOn the date on the paper
 * @param requestedOn the day by which the paper asks for an answer, if it does
 * @param handler user id; null means the actor
 */
public record NewRequest(
        String kind,
        String requestingAuthority,
        String requestedAuthority,
        String legalBasis,
        String crimeArea,
        String label,
        @Nullable String facts,
        @Nullable String purpose,
        List<String> measures,
        Urgency urgency,
        @Nullable String urgencyReason,
        @Nullable String classification,
        @Nullable LocalDate datedOn,
        @Nullable LocalDate requestedOn,
        @Nullable String theirReference,
        @Nullable String handler) {

    public NewRequest {
        measures = List.copyOf(measures);
    }
}
