package org.plazo.export.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.web.util.UriUtils;

/**
 * What a list was narrowed by, in the reader's words where the features have some.
 *
 * @param withTexts whether what somebody looked for may be read; it can name a case
 */
record NarrowedBy(MessageSource messages, Locale locale, boolean withTexts) {

    private static final String TEXT = "text";
    private static final List<String> NAMES = List.of("pages.filter.", "notification.list.");

    /** Such as {@code State: pending · Reference or label: a & b} for {@code open=true&text=a%20%26%20b}. */
    String of(String query) {
        return query.isEmpty()
                ? ""
                : Arrays.stream(query.split("&")).map(this::part).collect(Collectors.joining(" · "));
    }

    private String part(String part) {
        String name = part.replaceAll("=.*", "");
        String value =
                UriUtils.decode(part.substring(Math.min(name.length() + 1, part.length())), StandardCharsets.UTF_8);
        String shown = name.equals(TEXT) && !withTexts ? "…" : word(prefixes(name), value);
        return word(NAMES, name) + ": " + shown;
    }

    private static List<String> prefixes(String name) {
        return List.of("request." + name + ".", "notification." + name + ".", "pages." + name + ".");
    }

    /** The first that there is; else the code itself. */
    private String word(List<String> prefixes, String code) {
        for (String prefix : prefixes) {
            String word = messages.getMessage(prefix + code, null, "", locale);
            if (word != null && !word.isEmpty()) {
                return word;
            }
        }
        return code;
    }
}
