package org.plazo.request.imports;

import org.jspecify.annotations.Nullable;
import org.plazo.request.NotPermitted;
import org.plazo.security.Actor;
import org.springframework.core.io.InputStreamSource;

/**
 * Takes requests over from another list. Files are UTF-8, with or without byte-order mark; the first line names the
 * columns; cells are separated by commas or semicolons. A row whose {@code externalId} is in the register already changes
 * nothing. All methods throw {@link NotPermitted} unless the actor is a handler or an admin, and {@link ImportTooLarge} if
 * there are too many rows.
 */
public interface RegisterImport {

    /** Checks a file and, unless it is a dry run or something is wrong, stores what is new in it, all of it or nothing. */
    ImportReport run(byte[] csv, boolean dryRun, Actor actor);

    /**
     * Takes a file of any size: a small one as {@link #run} does, a large one in the background. Also a large one with a
     * problem is refused as a whole before its first row is stored, unless such rows are to be left out.
     *
     * @param file can be opened more than once
     */
    ImportOutcome take(InputStreamSource file, ImportOptions options, Actor actor);

    /**
     * Looks at a file and keeps it until somebody says that it is to be stored, so that it need not be handed in again.
     * What the same person had checked before and not stored is forgotten.
     *
     * @param file can be opened more than once
     * @param fileName as the importer calls it
     */
    ImportJob check(InputStreamSource file, @Nullable String fileName, Actor actor);
}
