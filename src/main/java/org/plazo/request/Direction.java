package org.plazo.request;

/** Who asks whom: OUTGOING requests are ours. */
public enum Direction {
    OUTGOING("OUT"),
    INCOMING("IN");

    private final String code;

    Direction(String code) {
        this.code = code;
    }

    /** As it stands in a reference. */
    String code() {
        return code;
    }
}
