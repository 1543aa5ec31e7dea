package org.plazo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text a user sees stands in a bundle, in Spanish and English, and every text there is seen. */
class MessageBundleTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path BUNDLES = RESOURCES.resolve("messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern TEMPLATE_KEY =
            Pattern.compile("(?:#\\{|#messages\\.msg\\(')([a-z][a-zA-Z0-9.-]*[a-zA-Z0-9])");
    private static final Pattern TEMPLATE_PREFIX = Pattern.compile("#\\{\\$\\{'([a-z][a-zA-Z0-9.-]*[.-])'\\s*\\+");

    static Stream<String> bundles() {
        return names(BUNDLES).filter(name -> !name.contains("_")).map(name -> name.replace(".properties", ""));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeys(String bundle) {
        assertThat(read(bundle + "_es").keySet()).isEqualTo(read(bundle).keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void keysStartWithTheFeature(String bundle) {
        String feature = bundle.replaceAll("-.*", "");
        assertThat(read(bundle).keySet()).allSatisfy(key -> assertThat(key).startsWith(feature + "."));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextIsEmpty(String bundle) {
        Stream.of(bundle, bundle + "_es").forEach(name -> assertThat(read(name))
                .allSatisfy((key, text) -> assertThat(text).as(key).isNotEmpty()));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesMentionTheSameThings(String bundle) {
        TreeMap<String, String> spanish = read(bundle + "_es");
        read(bundle).forEach((key, text) -> assertThat(placeholders(spanish.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(placeholders(text)));
    }

    /** A single quotation mark would swallow the placeholders behind it. */
    @ParameterizedTest
    @MethodSource("bundles")
    void whatTextsMentionIsShown(String bundle) {
        for (String name : List.of(bundle, bundle + "_es")) {
            read(name).forEach((key, text) -> {
                Set<Integer> mentioned = placeholders(text);
                if (!mentioned.isEmpty() && !text.contains("choice") && !text.contains(",number")) {
                    Object[] arguments = IntStream.rangeClosed(0, new TreeSet<>(mentioned).last())
                            .mapToObj(i -> "<" + i + ">")
                            .toArray();
                    String shown = new MessageFormat(text).format(arguments);
                    assertThat(mentioned)
                            .allSatisfy(i -> assertThat(shown).as(key).contains("<" + i + ">"));
                }
            });
        }
    }

    @Test
    void templatesNameOnlyTextsThatExist() {
        Set<String> keys = allKeys();
        List<String> missing = new ArrayList<>();
        for (Path template : files(RESOURCES.resolve("templates"))) {
            String content = content(template).replaceAll("(?s)<!--.*?-->", "");
            matches(TEMPLATE_KEY, content)
                    .filter(key -> !keys.contains(key))
                    .forEach(key -> missing.add(template + ": " + key));
            matches(TEMPLATE_PREFIX, content)
                    .filter(prefix -> keys.stream().noneMatch(key -> key.startsWith(prefix)))
                    .forEach(prefix -> missing.add(template + ": " + prefix + "…"));
        }
        assertThat(missing).isEmpty();
    }

    /** Used means: named in full, or by a literal beginning or ending of it, in code or templates. */
    @Test
    void everyTextIsUsed() {
        String sources = Stream.concat(
                        files(Path.of("src/main/java")).stream(), files(RESOURCES.resolve("templates")).stream())
                .map(MessageBundleTest::content)
                .collect(Collectors.joining("\n"));
        Set<String> literals = matches(Pattern.compile("[\"'#{]([a-zA-Z][a-zA-Z0-9.-]*)"), sources)
                .collect(Collectors.toSet());
        assertThat(allKeys().stream().filter(key -> !isUsed(key, literals))).isEmpty();
    }

    /** In full; by a literal beginning of two parts; or put together of a literal beginning and a literal rest. */
    private static boolean isUsed(String key, Set<String> literals) {
        return literals.contains(key)
                || IntStream.range(0, key.length())
                        .filter(i -> key.charAt(i) == '.' || key.charAt(i) == '-')
                        .anyMatch(i -> literals.contains(key.substring(0, i + 1))
                                && (literals.contains(key.substring(i + 1))
                                        || (key.substring(0, i).contains(".") && !key.startsWith("workflow.check."))));
    }

    private static Set<String> allKeys() {
        return bundles()
                .flatMap(bundle -> read(bundle).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> placeholders(String text) {
        return matches(PLACEHOLDER, text).map(Integer::valueOf).collect(Collectors.toSet());
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static TreeMap<String, String> read(String bundle) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TreeMap<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static Stream<String> names(Path folder) {
        return files(folder).stream().map(path -> path.getFileName().toString());
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
