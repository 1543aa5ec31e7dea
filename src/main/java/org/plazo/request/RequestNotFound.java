package org.plazo.request;

/** No request has this reference, or the reader may not know of it. */
public class RequestNotFound extends RuntimeException {

    public RequestNotFound(String reference) {
        super("No request " + reference);
    }
}
