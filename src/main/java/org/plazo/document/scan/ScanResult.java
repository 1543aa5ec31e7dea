package org.plazo.document.scan;

import org.jspecify.annotations.Nullable;

/**
 * What a scanner said about a file.
 *
 * @param detail what was found, or why the file could not be scanned; at most 200 characters, null if it is clean
 */
public record ScanResult(Verdict verdict, @Nullable String detail) {

    private static final int LONGEST_DETAIL = 200;

    /** Clean, infected, or not scanned: the scanner is away or refused the file. */
    public enum Verdict {
        CLEAN,
        INFECTED,
        NOT_SCANNED
    }

    public static final ScanResult CLEAN = new ScanResult(Verdict.CLEAN, null);

    static ScanResult infected(String finding) {
        return new ScanResult(Verdict.INFECTED, shortened(finding));
    }

    static ScanResult notScanned(String reason) {
        return new ScanResult(Verdict.NOT_SCANNED, shortened(reason));
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ").strip();
        return printable.length() <= LONGEST_DETAIL ? printable : printable.substring(0, LONGEST_DETAIL);
    }
}
