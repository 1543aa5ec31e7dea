package org.plazo.export.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** What a list was narrowed by, as people read it. */
final class Readable {

    private static final String TEXT = "text=";

    private Readable() {}

    /**
     * Such as {@code open = true, text = a & b} for {@code open=true&text=a%20%26%20b}.
     *
     * @param withTexts whether what somebody looked for may be read; it can name a case
     */
    static String query(String query, boolean withTexts) {
        return Arrays.stream(query.split("&"))
                .map(part -> part.startsWith(TEXT) && !withTexts ? TEXT + "…" : part)
                .map(part -> UriUtils.decode(part.replaceFirst("=", " = "), StandardCharsets.UTF_8))
                .collect(Collectors.joining(", "));
    }
}
