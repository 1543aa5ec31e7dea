package org.plazo.request;

import org.jspecify.annotations.Nullable;
import org.plazo.security.Actor;

/** Lets other features enter in a request's ledger what they did with it, in the transaction in which they did it. */
public interface RequestLedger {

    /**
     * Enters something that happened now. The request stays locked until the transaction ends.
     *
     * @param subject what the action is about, at most 300 characters
     * @param from what was there before, {@code to} what is there now, at most 10,000 characters each
     * @param reason typed by a person, at most 2,000 characters
     */
    void enter(
            long requestId,
            LedgerAction action,
            Actor actor,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason);
}
