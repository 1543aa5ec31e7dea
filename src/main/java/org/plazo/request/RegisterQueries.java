package org.plazo.request;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what the current actor may see of the register. Unknown references and hidden ones alike are answered
 * with {@link RequestNotFound}. */
public interface RegisterQueries {

    /** @param page from 0 */
    RegisterPage list(RegisterFilter filter, RegisterSort sort, int page, int size);

    /** What is due first comes first; what has no running deadline comes last. */
    default RegisterPage list(RegisterFilter filter, int page, int size) {
        return list(filter, RegisterSort.DUE, page, size);
    }

    /** Gives the whole list away, one row after the other, without keeping any. */
    void each(RegisterFilter filter, RegisterSort sort, Consumer<RegisterRow> taker);

    /** The first requests of a list, without counting the others. */
    List<RegisterRow> first(RegisterFilter filter, RegisterSort sort, int size);

    /** One statement, however many requests there are. */
    RegisterCounts counts(RegisterFilter filter);

    /**
     * The open requests, with what is one handler's and what we owe counted on the same walk over them.
     *
     * @param direction null: both
     */
    RegisterOverview overview(@Nullable Direction direction, String handler);

    /** How many requests that fit there are of each lifecycle; every one is a key, in their order. */
    Map<Lifecycle, Long> byLifecycle(RegisterFilter filter);

    RequestDetails details(String reference);

    /** In the order in which they were entered. */
    List<LedgerEntry> events(String reference);

    /** In the order in which they were opened. */
    List<ExplainedDeadline> deadlines(String reference);
}
