package org.plazo.request.rows;

import org.plazo.request.RequestNotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets changes of one request come one after the other. */
@Component
public class RequestLock {

    private final JdbcClient jdbc;

    RequestLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the request until the transaction ends and returns its reference. */
    public String lock(long requestId) {
        return jdbc.sql("select reference from cooperation_request where id = ? for update")
                .param(requestId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new RequestNotFound(Long.toString(requestId)));
    }

    /** Locks the request until the transaction ends and returns its id. */
    public long lock(String reference) {
        return jdbc.sql("select id from cooperation_request where reference = ? for update")
                .param(reference)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RequestNotFound(reference));
    }
}
