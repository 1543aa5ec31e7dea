package org.plazo.request;

import org.jspecify.annotations.Nullable;

/**
 * A person, an entity or an object that a request is about.
 *
 * @param kind code, such as PERSON or VESSEL
 * @param role in the case: suspect, witness, means of transport
 * @param name or what else it is called: a number, a plate
 * @param identifiers documents, aliases, dates and places of birth, accounts
 */
public record RequestSubject(
        String kind,
        @Nullable String role,
        String name,
        @Nullable String identifiers,
        @Nullable String details) {

    /** In characters, as are the other lengths. */
    public static final int LONGEST_ROLE = 100;

    public static final int LONGEST_NAME = 300;
    public static final int LONGEST_IDENTIFIERS = 1_000;
    public static final int LONGEST_DETAILS = 2_000;
}
