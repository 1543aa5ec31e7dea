package org.plazo.request;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What free text is looked for in, and the text itself: in lower case and without accents. */
final class SearchText {

    private SearchText() {}

    static String of(@Nullable String... parts) {
        return fold(Stream.of(parts).filter(part -> part != null).collect(Collectors.joining(" ")));
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
