package org.plazo.request.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import: a file that somebody handed in, and what became of it.
 *
 * @param startedBy user id
 * @param skipInvalid whether rows with problems are left out
 * @param rows how many the file has
 * @param created how many became requests
 * @param known how many are in the register already and change nothing
 * @param invalid how many have problems
 * @param problemCount of all problems
 */
public record ImportJob(
        long id,
        State state,
        @Nullable String fileName,
        String startedBy,
        boolean skipInvalid,
        int rows,
        int created,
        int known,
        int invalid,
        int problemCount,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** Where an import stands. */
    public enum State {
        /** Its file was looked at; nothing is stored before somebody says so. */
        CHECKED,
        /** Its file cannot be taken apart, so that nothing of it can be stored. */
        REFUSED,
        RUNNING,
        DONE,
        /** Somebody stopped it; what it had stored stays. */
        STOPPED,
        /** Its rows could not be stored, several times in a row; what it had stored stays. */
        FAILED
    }

    /** How many rows of a file that was checked are new and right. */
    public int fresh() {
        return rows - known - invalid;
    }

    /** How many rows need nothing more. */
    public int done() {
        return created + known + invalid;
    }
}
