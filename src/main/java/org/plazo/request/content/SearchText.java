package org.plazo.request.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What free text is looked for in, and the text itself: in lower case and without accents. */
public final class SearchText {

    private SearchText() {}

    public static String of(@Nullable String... parts) {
        return fold(Stream.of(parts).filter(part -> part != null).collect(Collectors.joining(" ")));
    }

    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
