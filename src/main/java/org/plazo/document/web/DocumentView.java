package org.plazo.document.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.document.Document;
import org.plazo.document.Document.Withdrawal;
import org.plazo.document.DocumentState;

/**
 * A document as programs see it.
 *
 * @param size in bytes
 * @param finding what the virus scanner said last, unless it found nothing
 * @param damaged whether the stored file was found missing or changed
 */
record DocumentView(
        long id,
        String name,
        String title,
        String mediaType,
        long size,
        String sha256,
        String language,
        String classification,
        DocumentState state,
        @Nullable String finding,
        boolean damaged,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable Withdrawal withdrawal) {

    static DocumentView of(Document document) {
        return new DocumentView(
                document.id(),
                document.name(),
                document.title(),
                document.mediaType(),
                document.size(),
                document.sha256(),
                document.language(),
                document.classification(),
                document.state(),
                document.finding(),
                document.damaged(),
                document.uploadedBy(),
                document.uploadedAt(),
                document.withdrawal());
    }
}
