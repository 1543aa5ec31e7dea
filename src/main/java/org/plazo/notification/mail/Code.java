package org.plazo.notification.mail;

import java.util.regex.Pattern;

/**
 * A code of the configuration or our own reference: letters, digits, dots, hyphens and underscores. The only text that
 * the model of a mail can hold; a sentence that somebody typed does not fit.
 */
public record Code(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public Code {
        if (!fits(value)) {
            throw new IllegalArgumentException(
                    "not a code: it may have up to 64 letters, digits, dots, hyphens, underscores");
        }
    }

    public static boolean fits(String value) {
        return ALLOWED.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
