package org.plazo.document.web;

import org.plazo.document.Document;

/**
 * A row of the table.
 *
 * @param type the ending in capitals
 * @param size such as "1.4 MB"
 * @param language in the reader's words, {@code classification} and {@code uploader} likewise
 * @param withdrawer who took it out of view; empty if nobody did
 */
public record DocumentRow(
        Document document,
        String type,
        String size,
        String language,
        String classification,
        String uploader,
        String withdrawer) {}
