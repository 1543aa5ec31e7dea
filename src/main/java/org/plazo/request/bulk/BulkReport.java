package org.plazo.request.bulk;

import java.util.List;

/**
 * What a command came to.
 *
 * @param results one for each request, in the order in which they were given
 */
public record BulkReport(boolean dryRun, List<BulkResult> results) {

    public BulkReport {
        results = List.copyOf(results);
    }

    /** How many it was done to or, in a dry run, how many it could be done to. */
    public int done() {
        return (int) results.stream().filter(BulkResult::done).count();
    }

    public int notDone() {
        return results.size() - done();
    }
}
