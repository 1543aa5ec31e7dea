package org.plazo.request;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the register, in codes only, for other features. */
public interface Requests {

    Optional<RequestSummary> find(long requestId);

    Optional<RequestSummary> find(String reference);

    /** Summaries in one query, in no particular order. */
    List<RequestSummary> findAll(Collection<Long> requestIds);
}
