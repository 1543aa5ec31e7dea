package org.plazo.document;

/** Why a document is not taken. The words for it stand in the message bundle, under {@code document.refused}. */
public enum Refusal {
    FILE_MISSING,
    SEVERAL_FILES,
    EMPTY,
    /** Value: the limit. */
    TOO_LARGE,
    NAME_MISSING,
    /** Value: the longest. */
    NAME_TOO_LONG,
    NAME_WITH_PATH,
    /** Value: the character, such as {@code U+202E}. */
    NAME_WITH_CHARACTER,
    NAME_RESERVED,
    /** Value: the endings that are taken. */
    TYPE_NOT_TAKEN,
    /** Values: the ending and what the file really is. */
    CONTENT_DIFFERS,
    TWO_THINGS_AT_ONCE,
    IMAGE_UNREADABLE,
    /** Value: the most megapixels. */
    IMAGE_TOO_LARGE,
    /** Value: what the scanner found. */
    INFECTED,
    /** Value: the name of the document that is already there. */
    ALREADY_THERE,
    /** Value: how many a request may have. */
    TOO_MANY,
    /** Value: how much a person may upload in a day. */
    QUOTA_USED_UP,
    MISSING,
    UNKNOWN_CODE,
    /** Value: the longest. */
    TOO_LONG,
    /** Value: the character, such as {@code U+0007}. */
    FORBIDDEN_CHARACTER,
    ALREADY_WITHDRAWN,
    /** It waits for the virus scanner. */
    IN_QUARANTINE,
    WITHDRAWN,
    /** The stored file is not what was uploaded. */
    DAMAGED
}
