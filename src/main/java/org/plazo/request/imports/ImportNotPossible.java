package org.plazo.request.imports;

/** The state of an import does not allow what is asked of it. */
public class ImportNotPossible extends RuntimeException {

    private final long id;

    public ImportNotPossible(long id, String reason) {
        super("Import " + id + " " + reason);
        this.id = id;
    }

    public long id() {
        return id;
    }
}
