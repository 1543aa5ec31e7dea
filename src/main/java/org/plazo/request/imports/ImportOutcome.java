package org.plazo.request.imports;

/** What became of a file that was handed in. */
public sealed interface ImportOutcome {

    /** It was checked, or stored as a whole, or refused as a whole. */
    record Answered(ImportReport report) implements ImportOutcome {}

    /** It is without problems, or they are to be left out, and its rows will be stored from now on. */
    record Accepted(ImportJob job) implements ImportOutcome {}
}
