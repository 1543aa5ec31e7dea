package org.plazo.request.imports;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be imported.
 *
 * @param dryRun only say what would be stored
 * @param skipInvalid leave out the rows with problems instead of storing nothing
 * @param fileName as the importer calls it; for people only
 */
public record ImportOptions(
        boolean dryRun, boolean skipInvalid, @Nullable String fileName) {}
