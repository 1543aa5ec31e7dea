package org.plazo.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The codes of a request that routing, mails and tasks may use: no label, no facts, no typed text.
 *
 * @param handler user id of the case handler
 * @param lastContactAt when the counterpart last wrote without answering; it holds the next reminder back
 * @param measures how many things are sought
 * @param restricted whether a mail may say no more than that there is something
 */
public record RequestSummary(
        long id,
        String reference,
        Lifecycle lifecycle,
        Urgency urgency,
        String crimeArea,
        String requestingAuthority,
        String requestedAuthority,
        @Nullable String handler,
        boolean restricted,
        @Nullable Instant dispatchedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant lastContactAt,
        int measures) {}
