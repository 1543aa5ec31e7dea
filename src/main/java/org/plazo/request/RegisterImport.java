package org.plazo.request;

import org.plazo.security.Actor;

/** Takes requests over from another list, all of a file or none. */
public interface RegisterImport {

    /** The most rows that one file may have. */
    int MOST_ROWS = 10_000;

    /**
     * Checks a file and, unless it is a dry run or something is wrong, stores what is new in it. A row whose
     * {@code externalId} is in the register already changes nothing.
     *
     * @param csv UTF-8, with or without byte-order mark; comma-separated, the first line names the columns
     * @throws NotPermitted unless the actor is a handler or an admin
     * @throws ImportTooLarge if there are more than {@value #MOST_ROWS} rows
     */
    ImportReport run(byte[] csv, boolean dryRun, Actor actor);
}
