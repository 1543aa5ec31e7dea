package org.plazo.export;

import java.time.Instant;

/**
 * That somebody took a list away.
 *
 * @param actor user id
 * @param list what was listed, such as {@code requests}
 * @param query what it was narrowed and ordered by, as it stood in the address
 * @param sha256 of the file, in hexadecimal digits: a file that is found tells from which export it is
 */
public record ExportRecord(
        long id, Instant madeAt, String actor, String list, String query, long rows, String sha256) {}
