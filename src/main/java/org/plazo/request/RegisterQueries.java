package org.plazo.request;

import java.util.List;
import java.util.Map;

/** Reads the register for pages and the API. Unknown references are answered with {@link RequestNotFound}. */
public interface RegisterQueries {

    /**
     * What is due first comes first; what has no running deadline comes last.
     *
     * @param page from 0
     */
    RegisterPage list(RegisterFilter filter, int page, int size);

    /** How many open requests there are of each timeliness; every one is a key, in their order. */
    Map<Timeliness, Long> openByTimeliness();

    /** How many requests there are of each lifecycle; every one is a key, in their order. */
    Map<Lifecycle, Long> byLifecycle();

    RequestDetails details(String reference);

    /** In the order in which they were entered. */
    List<LedgerEntry> events(String reference);

    /** In the order in which they were opened. */
    List<ExplainedDeadline> deadlines(String reference);
}
