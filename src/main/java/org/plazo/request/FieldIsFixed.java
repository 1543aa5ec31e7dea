package org.plazo.request;

/** A field stands on the paper, and the paper is not changed any more. */
public class FieldIsFixed extends RuntimeException {

    private final String field;
    private final Lifecycle lifecycle;

    public FieldIsFixed(String field, Lifecycle lifecycle) {
        super(field + " stands on the paper and cannot be changed while the request is " + lifecycle);
        this.field = field;
        this.lifecycle = lifecycle;
    }

    public String field() {
        return field;
    }

    public Lifecycle lifecycle() {
        return lifecycle;
    }
}
