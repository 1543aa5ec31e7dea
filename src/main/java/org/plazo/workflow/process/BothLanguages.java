package org.plazo.workflow.process;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts in Spanish and English together, {@code Revisar la solicitud · Review the request}, wherever the engine keeps one
 * text for all readers: names of tasks, processes and filters, forms, refusals. {@link #in} gives a reader his half.
 */
public final class BothLanguages {

    static final String SEPARATOR = " · ";

    /** A heading's or a list's mark at the beginning of a line belongs to both halves. */
    private static final Pattern LINE = Pattern.compile("(\\s*(?:(?:#{1,6}|[-*])\\s+)?)(.*)");

    private static final Pattern PARAGRAPH_ES = Pattern.compile("(?m)^es: *(.+)$");
    private static final Pattern PARAGRAPH_EN = Pattern.compile("(?m)^en: *(.+)$");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private BothLanguages() {}

    /** @param fallback where the bundle does not know the key */
    public static String text(String key, String fallback) {
        return join(text(key, Locale.forLanguageTag("es"), fallback), text(key, Locale.ENGLISH, fallback));
    }

    /** In one language, from the bundle of this feature. */
    public static String text(String key, Locale locale, String fallback) {
        try {
            return ResourceBundle.getBundle("messages/workflow", locale, NO_FALLBACK)
                    .getString(key);
        } catch (MissingResourceException e) {
            return fallback;
        }
    }

    public static String join(String es, String en) {
        return es.equals(en) ? es : es + SEPARATOR + en;
    }

    /**
     * What is meant for this reader: Spanish for Spanish, English for every other language. Each line stands for itself;
     * one that is not made of exactly two parts is for everybody and stays as it is.
     */
    public static String in(Locale reader, String text) {
        if (!text.contains(SEPARATOR)) {
            return text;
        }
        return text.lines().map(line -> half(reader, line)).collect(Collectors.joining("\n"));
    }

    /**
     * An explanation as diagrams hold it, a paragraph that begins with {@code es:} and one that begins with {@code en:}.
     * Another text is given back as it is.
     */
    public static String explanation(Locale reader, String text) {
        Matcher es = PARAGRAPH_ES.matcher(text);
        Matcher en = PARAGRAPH_EN.matcher(text);
        if (!es.find() || !en.find()) {
            return text;
        }
        return ("es".equals(reader.getLanguage()) ? es : en).group(1);
    }

    private static String half(Locale reader, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return line;
        }
        String[] halves = parts.group(2).split(Pattern.quote(SEPARATOR), -1);
        if (halves.length != 2 || halves[0].isBlank() || halves[1].isBlank()) {
            return line;
        }
        return parts.group(1) + ("es".equals(reader.getLanguage()) ? halves[0] : halves[1]);
    }
}
