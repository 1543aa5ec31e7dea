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

    /** The same, asked of another authority. */
    public RequestContent askedOf(String authority) {
        return new RequestContent(
                kind,
                requestingAuthority,
                authority,
                legalBasis,
                crimeArea,
                label,
                facts,
                purpose,
                urgency,
                urgencyReason,
                classification,
                datedOn,
                requestedOn);
    }

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
