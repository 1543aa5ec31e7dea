package org.plazo.request;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed about a request; what is null or left out stays as it is.
 *
 * @param fields new values; a null value empties the field
 * @param reason why; may be null
 */
public record RequestEdit(
        Map<RequestField, @Nullable String> fields,
        @Nullable List<String> measures,
        @Nullable List<FurtherReference> references,
        @Nullable List<RequestSubject> subjects,
        @Nullable List<String> earlierRequests,
        @Nullable Set<String> needToKnow,
        @Nullable String reason) {

    public RequestEdit {
        Map<RequestField, @Nullable String> copy = new EnumMap<>(RequestField.class);
        copy.putAll(fields);
        fields = copy;
    }
}
