package org.plazo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates hold no sentence: what stands between tags is replaced by a text of a bundle, or says nothing in words. */
class TemplateTextTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** An element with one of these shows something else than what stands in it. */
    private static final Set<String> REPLACED = Set.of("th:text", "th:utext", "th:replace", "th:insert", "th:remove");

    /** The names of languages are written in their own language. */
    private static final String LANGUAGE_NAME = "abbr";

    private static final Set<String> SPOKEN = Set.of("title", "alt", "placeholder", "aria-label");

    static Stream<Path> templates() {
        return MessageBundleTest.files(TEMPLATES).stream()
                .filter(path -> path.toString().endsWith(".html"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void holdsNoLiteralText(Path template) throws ParseException {
        assertThat(literals(MessageBundleTest.content(template))).isEmpty();
    }

    @Test
    void findsLiteralTextsAndAttributes() throws ParseException {
        assertThat(literals("<p>Hello you</p><p th:text='#{a.b}'>Hello</p><b title='Say it'>1</b><i th:title='x'/>"))
                .containsExactly("Hello you", "title=Say it");
    }

    private static List<String> literals(String template) throws ParseException {
        List<String> found = new ArrayList<>();
        Deque<Boolean> replaced = new ArrayDeque<>();
        ParseConfiguration html = ParseConfiguration.htmlConfiguration();
        new SimpleMarkupParser(html).parse(template, new AbstractSimpleMarkupHandler() {
            @Override
            public void handleOpenElement(String name, Map<String, String> attributes, int line, int column) {
                if (!name.equals(LANGUAGE_NAME)) {
                    attributes(attributes);
                }
                boolean inside = !replaced.isEmpty() && replaced.peek();
                boolean silent = name.equalsIgnoreCase("script") || name.equalsIgnoreCase("style");
                replaced.push(inside || silent || name.equals(LANGUAGE_NAME) || has(attributes, REPLACED));
            }

            @Override
            public void handleStandaloneElement(
                    String name, Map<String, String> attributes, boolean minimized, int line, int column) {
                attributes(attributes);
            }

            @Override
            public void handleCloseElement(String name, int line, int column) {
                replaced.pop();
            }

            @Override
            public void handleText(char[] buffer, int offset, int length, int line, int column) {
                String text = new String(buffer, offset, length).strip();
                boolean inside = !replaced.isEmpty() && replaced.peek();
                String written = text.replaceAll("\\[\\[.*?]]|&[a-z]+;", "");
                if (!inside && WORD.matcher(written).find()) {
                    found.add(text);
                }
            }

            private void attributes(Map<String, String> attributes) {
                if (attributes != null && !has(attributes, Set.of("th:replace"))) {
                    attributes.forEach((name, value) -> {
                        if (SPOKEN.contains(name)
                                && !attributes.containsKey("th:" + name)
                                && value != null
                                && WORD.matcher(value).find()) {
                            found.add(name + "=" + value);
                        }
                    });
                }
            }
        });
        return found;
    }

    private static boolean has(Map<String, String> attributes, Set<String> names) {
        return attributes != null && attributes.keySet().stream().anyMatch(names::contains);
    }
}
