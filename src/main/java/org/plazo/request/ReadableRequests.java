package org.plazo.request;

import java.util.Map;

/** The requests that somebody may see, as a condition for statements about a table that names requests. */
@FunctionalInterface
public interface ReadableRequests {

    /**
     * True for the rows whose request may be seen.
     *
     * @param idColumn the column with the request's id, such as {@code n.request_id}; never anything typed
     * @param parameters where what the condition needs is put
     */
    String condition(String idColumn, Map<String, Object> parameters);
}
