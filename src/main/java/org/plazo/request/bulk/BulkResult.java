package org.plazo.request.bulk;

import org.jspecify.annotations.Nullable;
import org.plazo.request.InvalidInput;
import org.plazo.request.Lifecycle;

/**
 * What became of one request or, in a dry run, what would.
 *
 * @param version that the request had before; null if it was not asked for or the request is not known
 * @param lifecycle with {@link Outcome#STATE}, where the request stands
 * @param refusal with {@link Outcome#REFUSED}, what does not fit
 */
public record BulkResult(
        String reference,
        Outcome outcome,
        @Nullable Long version,
        @Nullable Lifecycle lifecycle,
        @Nullable InvalidInput refusal) {

    /** What became of it; everything but DONE leaves the request as it was. */
    public enum Outcome {
        /** In a dry run: it can be done. */
        DONE,
        /** There is no such request, or the actor may not know of it. */
        NOT_FOUND,
        /** It has changed since it was read. */
        CHANGED,
        /** It stands where the command does not fit. */
        STATE,
        /** Something in the command does not fit this request. */
        REFUSED,
        /** Somebody is changing it at this moment. */
        BUSY,
        /** Something went wrong, which is in the log. */
        FAILED
    }

    public boolean done() {
        return outcome == Outcome.DONE;
    }

    static BulkResult of(BulkItem item, Outcome outcome) {
        return new BulkResult(item.reference(), outcome, item.version(), null, null);
    }
}
