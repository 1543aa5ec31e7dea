package org.plazo.request;

/** Somebody changed the request after it was read; nothing was done. */
public class ChangedMeanwhile extends RuntimeException {

    private final long version;

    public ChangedMeanwhile(String reference, long version) {
        super("The request " + reference + " has changed since it was read; it is version " + version + " now");
        this.version = version;
    }

    /** The version that it is now. */
    public long version() {
        return version;
    }
}
