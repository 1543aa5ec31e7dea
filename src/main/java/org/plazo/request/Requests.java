package org.plazo.request;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the register, in codes only, for other features. */
public interface Requests {

    Optional<RequestSummary> find(long requestId);

    Optional<RequestSummary> find(String reference);

    /** The positions of the measures that have no outcome yet, from 1, in order. */
    List<Integer> pendingMeasures(String reference);

    /** Summaries in one query, in no particular order. */
    List<RequestSummary> findAll(Collection<Long> requestIds);
}
