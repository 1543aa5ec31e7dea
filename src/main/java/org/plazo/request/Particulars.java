package org.plazo.request;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What describes a request beside its core.
 *
 * @param fields those that {@link NewRequest} has no component for; empty ones are left out
 * @param earlierRequests our references of requests that this one follows up
 * @param needToKnow codes of the circles of which a reader must belong to one; empty: the level alone decides
 */
public record Particulars(
        Map<RequestField, String> fields,
        List<FurtherReference> references,
        List<RequestSubject> subjects,
        List<String> earlierRequests,
        Set<String> needToKnow) {

    public static final Particulars NONE = new Particulars(Map.of(), List.of(), List.of(), List.of(), Set.of());

    public Particulars {
        fields = Map.copyOf(fields);
        references = List.copyOf(references);
        subjects = List.copyOf(subjects);
        earlierRequests = List.copyOf(earlierRequests);
        needToKnow = Set.copyOf(needToKnow);
    }
}
