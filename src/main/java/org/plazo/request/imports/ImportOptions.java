package org.plazo.request.imports;

import org.jspecify.annotations.Nullable;
import org.plazo.request.FieldProblems;
import org.plazo.request.InvalidInput;

/**
 * How a file is to be imported.
 *
 * @param dryRun only say what would be stored
 * @param skipInvalid leave out the rows with problems instead of storing nothing
 * @param fileName as the importer calls it; for people only
 */
public record ImportOptions(
        boolean dryRun, boolean skipInvalid, @Nullable String fileName) {

    private static final int LONGEST_NAME = 255;

    /** @throws InvalidInput if the name is none: with folders in it, characters that nobody sees, or too long */
    public ImportOptions {
        if (fileName != null) {
            FieldProblems problems = new FieldProblems();
            problems.requiredLine("fileName", fileName, LONGEST_NAME);
            if (fileName.matches("(?s).*[/\\\\].*|\\.{1,2}")) {
                problems.add("fileName", "must be a name without folders");
            }
            problems.refuse();
        }
    }
}
