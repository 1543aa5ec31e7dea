package org.plazo.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a request says; it does not change once entered. Codes are those of {@code config/parties.yaml}. */
record RequestContent(
        String kind,
        String requestingAuthority,
        String requestedAuthority,
        String legalBasis,
        String crimeArea,
        String label,
        @Nullable String facts,
        @Nullable String purpose,
        Urgency urgency,
        @Nullable String urgencyReason,
        String classification,
        @Nullable LocalDate datedOn,
        @Nullable LocalDate requestedOn) {

    static RequestContent of(NewRequest request, Parties parties) {
        String classification = request.classification();
        return new RequestContent(
                request.kind(),
                request.requestingAuthority(),
                request.requestedAuthority(),
                request.legalBasis(),
                request.crimeArea(),
                request.label().strip(),
                request.facts(),
                request.purpose(),
                request.urgency(),
                request.urgencyReason(),
                classification == null ? parties.lowestClassification().code() : classification,
                request.datedOn(),
                request.requestedOn());
    }
}
