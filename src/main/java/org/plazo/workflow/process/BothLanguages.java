package org.plazo.workflow.process;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Texts for people in front of a form or a task, where nobody knows their language: Spanish and English together. */
public final class BothLanguages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private BothLanguages() {}

    /** @param fallback where the bundle does not know the key */
    public static String text(String key, String fallback) {
        String es = text(key, Locale.forLanguageTag("es"), fallback);
        String en = text(key, Locale.ENGLISH, fallback);
        return es.equals(en) ? es : es + " · " + en;
    }

    private static String text(String key, Locale locale, String fallback) {
        try {
            return ResourceBundle.getBundle("messages/workflow", locale, NO_FALLBACK)
                    .getString(key);
        } catch (MissingResourceException e) {
            return fallback;
        }
    }
}
