package org.plazo.request.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** Message bundles in the reader's language. */
record PageWords(MessageSource messages, Locale locale) {

    String of(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
