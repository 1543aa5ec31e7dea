package org.plazo.request.content;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plazo.request.NewRequest;
import org.plazo.request.Parties;
import org.plazo.request.Urgency;

/** What a request says; it does not change once entered. Codes are those of {@code config/parties.yaml}. */
public record RequestContent(
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

    public static RequestContent of(NewRequest request, Parties parties) {
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
