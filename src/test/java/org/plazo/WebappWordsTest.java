package org.plazo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Camunda's webapps come in English and German: their Spanish is ours, and says all that the English of this version says. */
class WebappWordsTest {

    private static final String LOCALES = "META-INF/resources/webjars/camunda/app/%s/locales/%s.json";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|%[sd]");
    private static final Pattern TAG = Pattern.compile("</?(?:strong|br|code)\\b[^>]*>");

    /** Names, signs and words that both languages write alike. */
    private static final Set<String> ALIKE = Set.of(
            "Cockpit", "Optimize", "Plazo", "Color", "General", "Variables", "Error", "L", "LT", "HH:mm", "DD/MM/YYYY");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "admin", "welcome"})
    void hasTheSameWordsInSpanish(String app) {
        assertThat(words(app, "es").keySet()).isEqualTo(words(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "admin", "welcome"})
    void leavesNoWordOutAndNoneInEnglish(String app) {
        Map<String, String> spanish = words(app, "es");
        words(app, "en").forEach((key, english) -> {
            if (!english.isBlank()) {
                assertThat(spanish.get(key)).as(key).isNotBlank();
            }
            if (english.codePoints().anyMatch(Character::isLetter)
                    && !english.startsWith("<")
                    && !key.startsWith("/dateLocales")
                    && !ALIKE.contains(english)) {
                assertThat(spanish.get(key)).as(key).isNotEqualTo(english);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "admin", "welcome"})
    void keepsPlaceholdersAndMarkup(String app) {
        Map<String, String> spanish = words(app, "es");
        words(app, "en").forEach((key, english) -> {
            assertThat(found(PLACEHOLDER, spanish.get(key))).as(key).isEqualTo(found(PLACEHOLDER, english));
            assertThat(found(TAG, spanish.get(key))).as(key).isEqualTo(found(TAG, english));
        });
    }

    /** One thing has one name: whatever is one word in English is one word in Spanish, in all three webapps. */
    @ParameterizedTest
    @ValueSource(strings = {"tenant", "authorization", "deployment", "business key", "annotation"})
    void callsAThingByOneName(String english) {
        Map<String, String> names = Map.of(
                "tenant", "inquilino",
                "authorization", "autorizaci",
                "deployment", "despliegue",
                "business key", "clave de negocio",
                "annotation", "anotaci");
        Pattern whole = Pattern.compile("(?i)\\b" + english + "s?\\b");
        for (String app : List.of("tasklist", "admin", "welcome")) {
            Map<String, String> spanish = words(app, "es");
            words(app, "en").forEach((key, text) -> {
                if (whole.matcher(text).find()) {
                    assertThat(spanish.get(key)).as(app + key).containsIgnoringCase(names.get(english));
                }
            });
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Map<String, String> words(String app, String language) {
        Map<String, String> words = new TreeMap<>();
        collect("", read(LOCALES.formatted(app, language)), words);
        return words;
    }

    private static void collect(String path, JsonNode node, Map<String, String> words) {
        if (node.isContainerNode()) {
            if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    collect(path + "/" + i, node.get(i), words);
                }
            }
            node.fields().forEachRemaining(field -> collect(path + "/" + field.getKey(), field.getValue(), words));
        } else {
            words.put(path, node.asText());
        }
    }

    /** Exactly one such file may be on the class path. */
    private static JsonNode read(String resource) {
        try {
            List<URL> files =
                    Collections.list(WebappWordsTest.class.getClassLoader().getResources(resource));
            assertThat(files).as(resource).hasSize(1);
            try (InputStream in = files.get(0).openStream()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
                return new ObjectMapper().readTree(text);
            }
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
    }
}
