package org.plazo.request.imports;

import java.util.Arrays;
import java.util.Optional;

/** The columns that a file to import may have, in any order; their names are those of the API's fields. */
enum ImportColumn {
    EXTERNAL_ID("externalId", true),
    KIND("kind", true),
    REQUESTING_AUTHORITY("requestingAuthority", true),
    REQUESTED_AUTHORITY("requestedAuthority", true),
    LEGAL_BASIS("legalBasis", true),
    CRIME_AREA("crimeArea", true),
    LABEL("label", true),
    FACTS("facts", false),
    PURPOSE("purpose", false),
    /** One measure a line of the cell, or separated by vertical bars. */
    MEASURES("measures", true),
    URGENCY("urgency", false),
    URGENCY_REASON("urgencyReason", false),
    CLASSIFICATION("classification", false),
    DATED_ON("datedOn", false),
    REQUESTED_ON("requestedOn", false),
    LIFECYCLE("lifecycle", true),
    SUBMITTED_AT("submittedAt", false),
    DISPATCHED_AT("dispatchedAt", false),
    CHANNEL("channel", false),
    ACKNOWLEDGED_AT("acknowledgedAt", false),
    THEIR_REFERENCE("theirReference", false),
    RESPONDED_AT("respondedAt", false),
    CLOSED_AT("closedAt", false),
    HANDLER("handler", false);

    private final String header;
    private final boolean required;

    ImportColumn(String header, boolean required) {
        this.header = header;
        this.required = required;
    }

    String header() {
        return header;
    }

    boolean isRequired() {
        return required;
    }

    static Optional<ImportColumn> of(String header) {
        return Arrays.stream(values())
                .filter(each -> each.header.equals(header))
                .findFirst();
    }
}
