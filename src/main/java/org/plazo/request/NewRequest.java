package org.plazo.request;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * @param particulars everything else, all of it optional
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
        @Nullable String handler,
        Particulars particulars) {

    /** In characters. */
    public static final int LONGEST_MEASURE = 1_000;

    public NewRequest {
        measures = List.copyOf(measures);
    }

    /** A request without particulars. */
    public NewRequest(
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
        this(
                kind,
                requestingAuthority,
                requestedAuthority,
                legalBasis,
                crimeArea,
                label,
                facts,
                purpose,
                measures,
                urgency,
                urgencyReason,
                classification,
                datedOn,
                requestedOn,
                theirReference,
                handler,
                Particulars.NONE);
    }

    /**
     * A request made of field values, whatever they came from: a form, a body, a row of a file. Missing mandatory values
     * become empty ones, which are refused with their names; a missing urgency is ROUTINE.
     *
     * @throws InvalidInput if a date or the urgency cannot be read
     */
    public static NewRequest of(
            Map<RequestField, String> values,
            List<String> measures,
            @Nullable String handler,
            List<FurtherReference> references,
            List<RequestSubject> subjects,
            List<String> earlierRequests,
            Set<String> needToKnow) {
        FieldValues given = new FieldValues(values);
        return new NewRequest(
                given.text(RequestField.KIND),
                given.text(RequestField.REQUESTING_AUTHORITY),
                given.text(RequestField.REQUESTED_AUTHORITY),
                given.text(RequestField.LEGAL_BASIS),
                given.text(RequestField.CRIME_AREA),
                given.text(RequestField.LABEL),
                given.value(RequestField.FACTS),
                given.value(RequestField.PURPOSE),
                measures,
                given.urgency(),
                given.value(RequestField.URGENCY_REASON),
                given.value(RequestField.CLASSIFICATION),
                given.date(RequestField.DATED_ON),
                given.date(RequestField.REQUESTED_ON),
                given.value(RequestField.THEIR_REFERENCE),
                handler,
                new Particulars(given.beside(RequestField.CORE), references, subjects, earlierRequests, needToKnow));
    }

    /** All values by field, as a check and a ledger see them; empty ones are left out. */
    public Map<RequestField, String> values() {
        Map<RequestField, @Nullable String> all = new EnumMap<>(RequestField.class);
        all.put(RequestField.KIND, kind);
        all.put(RequestField.REQUESTING_AUTHORITY, requestingAuthority);
        all.put(RequestField.REQUESTED_AUTHORITY, requestedAuthority);
        all.put(RequestField.LEGAL_BASIS, legalBasis);
        all.put(RequestField.CRIME_AREA, crimeArea);
        all.put(RequestField.LABEL, label);
        all.put(RequestField.FACTS, facts);
        all.put(RequestField.PURPOSE, purpose);
        all.put(RequestField.URGENCY, Objects.toString(urgency, null));
        all.put(RequestField.URGENCY_REASON, urgencyReason);
        all.put(RequestField.CLASSIFICATION, classification);
        all.put(RequestField.DATED_ON, Objects.toString(datedOn, null));
        all.put(RequestField.REQUESTED_ON, Objects.toString(requestedOn, null));
        all.put(RequestField.THEIR_REFERENCE, theirReference);
        Map<RequestField, String> values = new EnumMap<>(RequestField.class);
        values.putAll(particulars.fields());
        all.forEach((field, value) -> {
            if (value != null) {
                values.put(field, value);
            }
        });
        return values;
    }
}
