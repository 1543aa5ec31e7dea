package org.plazo.request.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestField;

/**
 * The columns that a file to import may have, in any order: one for each {@link RequestField}, and those for what belongs
 * to a request beside its fields. Their names are those of the API's fields.
 *
 * @param field null for what is no field of a request
 */
record ImportColumn(
        String header, boolean isRequired, @Nullable RequestField field) {

    static final ImportColumn EXTERNAL_ID = required("externalId");
    /** Whether the request is ours or theirs; empty: ours. */
    static final ImportColumn DIRECTION = optional("direction");

    static final ImportColumn MEASURES = required("measures");
    /** What became of the measures, in their order. */
    static final ImportColumn MEASURE_OUTCOMES = optional("measureOutcomes");

    static final ImportColumn REFERENCES = optional("references");
    static final ImportColumn SUBJECTS = optional("subjects");
    static final ImportColumn EARLIER_REQUESTS = optional("earlierRequests");
    static final ImportColumn NEED_TO_KNOW = optional("needToKnow");

    static final ImportColumn LIFECYCLE = required("lifecycle");
    static final ImportColumn SUBMITTED_AT = optional("submittedAt");
    static final ImportColumn DISPATCHED_AT = optional("dispatchedAt");
    static final ImportColumn RECEIVED_AT = optional("receivedAt");
    static final ImportColumn CHANNEL = optional("channel");
    static final ImportColumn ACKNOWLEDGED_AT = optional("acknowledgedAt");
    static final ImportColumn RESPONDED_AT = optional("respondedAt");
    static final ImportColumn CLOSED_AT = optional("closedAt");
    static final ImportColumn HANDLER = optional("handler");

    /** In the order of the example. */
    static final List<ImportColumn> ALL = all();

    private static final Map<String, ImportColumn> BY_HEADER =
            ALL.stream().collect(Collectors.toMap(ImportColumn::header, Function.identity()));

    private static List<ImportColumn> all() {
        List<ImportColumn> columns = new ArrayList<>(List.of(EXTERNAL_ID, DIRECTION));
        for (RequestField field : RequestField.values()) {
            columns.add(of(field));
        }
        columns.addAll(List.of(
                MEASURES,
                MEASURE_OUTCOMES,
                REFERENCES,
                SUBJECTS,
                EARLIER_REQUESTS,
                NEED_TO_KNOW,
                LIFECYCLE,
                SUBMITTED_AT,
                DISPATCHED_AT,
                RECEIVED_AT,
                CHANNEL,
                ACKNOWLEDGED_AT,
                RESPONDED_AT,
                CLOSED_AT,
                HANDLER));
        return List.copyOf(columns);
    }

    private static ImportColumn required(String header) {
        return new ImportColumn(header, true, null);
    }

    private static ImportColumn optional(String header) {
        return new ImportColumn(header, false, null);
    }

    /** An urgency that is missing is the usual one, a classification the lowest. */
    static ImportColumn of(RequestField field) {
        boolean required = field.isMandatory() && field != RequestField.URGENCY && field != RequestField.CLASSIFICATION;
        return new ImportColumn(field.apiName(), required, field);
    }

    static Optional<ImportColumn> of(String header) {
        return Optional.ofNullable(BY_HEADER.get(header));
    }
}
