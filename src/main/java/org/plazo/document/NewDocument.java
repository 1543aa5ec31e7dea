package org.plazo.document;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends, as it came.
 *
 * @param name of the file on his side
 * @param content read once, to its end, unless something is wrong before
 * @param title missing: the name without its ending
 * @param language ISO 639-1
 * @param classification code of a level; missing: that of the request
 */
public record NewDocument(
        @Nullable String name,
        InputStream content,
        @Nullable String title,
        @Nullable String language,
        @Nullable String classification) {}
