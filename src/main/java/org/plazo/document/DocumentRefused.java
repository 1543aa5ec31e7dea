package org.plazo.document;

import java.util.List;

/** A document, or what was said about it, is not acceptable; nothing was changed. */
public class DocumentRefused extends RuntimeException {

    private final String field;
    private final Refusal refusal;
    private final transient List<String> values;

    public DocumentRefused(String field, Refusal refusal, String... values) {
        super(field + ": " + refusal);
        this.field = field;
        this.refusal = refusal;
        this.values = List.of(values);
    }

    /** The name of the field, as the API and the form call it. */
    public String field() {
        return field;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What the sentence about it mentions. */
    public List<String> values() {
        return values;
    }
}
