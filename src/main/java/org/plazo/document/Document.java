package org.plazo.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a request.
 *
 * @param storedAs its name in the store
 * @param name as the sender called it, in NFC
 * @param mediaType as recognised from the content
 * @param size in bytes
 * @param sha256 of the bytes that were uploaded, 64 hexadecimal digits
 * @param language ISO 639-1
 * @param finding what the scanner said last, unless it found nothing
 * @param uploadedBy user id
 * @param withdrawal null while it is in view
 * @param damaged whether the stored file was found missing or changed
 */
public record Document(
        long id,
        long requestId,
        UUID storedAs,
        String name,
        String title,
        String mediaType,
        long size,
        String sha256,
        String language,
        String classification,
        DocumentState state,
        @Nullable String finding,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable Withdrawal withdrawal,
        boolean damaged) {

    /** Who took it out of view, and why. */
    public record Withdrawal(String by, Instant at, String reason) {}

    public boolean isWithdrawn() {
        return withdrawal != null;
    }

    /** Whether it can be had now. */
    public boolean isReadable() {
        return state == DocumentState.AVAILABLE && withdrawal == null && !damaged;
    }
}
