package org.plazo.request.web.words;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Message bundles in the reader's language. */
public record PageWords(MessageSource messages, Locale locale) {

    public String of(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** Null if there is nothing to say. */
    @Nullable
    public String orNull(String key) {
        return messages.getMessage(key, null, null, locale);
    }
}
