package org.plazo.request;

import java.util.Map;

/**
 * The requests that somebody may see, as a condition for statements about a table that names requests.
 */
public final class ReadableRequests {

    private final Visibility visibility;

    private ReadableRequests(Visibility visibility) {
        this.visibility = visibility;
    }

    static ReadableRequests of(Visibility visibility) {
        return new ReadableRequests(visibility);
    }

    /**
     * True for the rows whose request may be seen.
     *
     * @param idColumn the column with the request's id, such as {@code n.request_id}; never anything typed
     * @param parameters where what the condition needs is put
     */
    public String condition(String idColumn, Map<String, Object> parameters) {
        return visibility.everything()
                ? "1 = 1"
                : "exists (select 1 from cooperation_request readable where readable.id = " + idColumn + " and "
                        + visibility.condition(parameters) + ")";
    }
}
