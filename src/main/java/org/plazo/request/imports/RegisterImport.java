package org.plazo.request.imports;

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
}
