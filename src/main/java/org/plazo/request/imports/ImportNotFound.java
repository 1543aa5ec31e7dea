package org.plazo.request.imports;

/** There is no import with this number, or none that the actor may see. */
public class ImportNotFound extends RuntimeException {

    public ImportNotFound(long id) {
        super("There is no import " + id);
    }
}
