package org.plazo.security;

/**
 * A place that takes larger bodies than all others, from people who are logged in. A feature declares one as a bean.
 *
 * @param method such as {@code POST}
 * @param path a path pattern, such as {@code /api/requests/{reference}/documents}
 * @param bytes the largest body, inclusive
 * @param field the field that a refusal names
 */
public record BodyLimit(String method, String path, long bytes, String field) {

    /** A page whose form was larger is asked for again with this parameter, so that it can say so. */
    public static final String TOO_LARGE = "too-large";
}
