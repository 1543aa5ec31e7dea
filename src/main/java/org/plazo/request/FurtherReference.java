package org.plazo.request;

import org.jspecify.annotations.Nullable;

/**
 * A reference beside our own and their main one.
 *
 * @param type code, such as COURT
 * @param issuer who gave the number
 */
public record FurtherReference(
        ReferenceSide side,
        String type,
        String number,
        @Nullable String issuer) {

    /** In characters, as are the other lengths. */
    public static final int LONGEST_NUMBER = 100;

    public static final int LONGEST_ISSUER = 200;
}
