package org.plazo.request.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.NewRequest;
import org.plazo.request.Urgency;

/** The body of a new request. Dates are ISO dates; without an urgency the request is ROUTINE. */
record RequestInput(
        @Nullable String kind,
        @Nullable String requestingAuthority,
        @Nullable String requestedAuthority,
        @Nullable String legalBasis,
        @Nullable String crimeArea,
        @Nullable String label,
        @Nullable String facts,
        @Nullable String purpose,
        @Nullable List<@Nullable String> measures,
        @Nullable String urgency,
        @Nullable String urgencyReason,
        @Nullable String classification,
        @Nullable String datedOn,
        @Nullable String requestedOn,
        @Nullable String theirReference,
        @Nullable String handler) {

    /** Missing texts become empty ones, which the register refuses with the field's name. */
    NewRequest toNewRequest() {
        return new NewRequest(
                text(kind),
                text(requestingAuthority),
                text(requestedAuthority),
                text(legalBasis),
                text(crimeArea),
                text(label),
                facts,
                purpose,
                measures == null
                        ? List.of()
                        : measures.stream().map(RequestInput::text).toList(),
                urgency == null ? Urgency.ROUTINE : Fields.code("urgency", urgency, Urgency.class),
                urgencyReason,
                classification,
                Fields.date("datedOn", datedOn),
                Fields.date("requestedOn", requestedOn),
                theirReference,
                handler);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
