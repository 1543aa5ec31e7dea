package org.plazo.request.imports;

/** A file has more rows or bytes than are taken at once; nothing was stored. */
public class ImportTooLarge extends RuntimeException {

    public ImportTooLarge(String message) {
        super(message);
    }
}
