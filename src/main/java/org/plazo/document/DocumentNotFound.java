package org.plazo.document;

/** The request has no such document, or the reader may not know of it. */
public class DocumentNotFound extends RuntimeException {

    public DocumentNotFound(long id) {
        super("No document " + id);
    }
}
