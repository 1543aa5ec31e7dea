package org.plazo.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The codes of a request that routing, mails and tasks may use: no label, no facts, no typed text.
 *
 * @param executingAgency code of the authority that carries it out, if it is known and not the one asked
 * @param handler user id of the case handler
 * @param receivedAt when an incoming request reached us
 * @param lastContactAt when the one asked last wrote without answering; it holds the next reminder back
 * @param measures how many things are sought
 * @param restricted whether a mail may say no more than that there is something
 */
public record RequestSummary(
        long id,
        String reference,
        Direction direction,
        Lifecycle lifecycle,
        Urgency urgency,
        String crimeArea,
        String requestingAuthority,
        String requestedAuthority,
        @Nullable String executingAgency,
        @Nullable String handler,
        boolean restricted,
        @Nullable Instant dispatchedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant lastContactAt,
        int measures) {

    /** The authority of the side asked that has the request: the one that carries it out, or else the one asked. */
    public String agency() {
        return executingAgency == null ? requestedAuthority : executingAgency;
    }
}
