package org.plazo.calendar;

import java.util.Locale;

/** The same text in Spanish and in English. */
public record LocalizedText(String es, String en) {

    /** The text for a reader: Spanish for Spanish, English for every other language. */
    public String in(Locale locale) {
        return "es".equals(locale.getLanguage()) ? es : en;
    }
}
