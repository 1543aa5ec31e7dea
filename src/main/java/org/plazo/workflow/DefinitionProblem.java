package org.plazo.workflow;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Why a diagram, decision table or form is refused.
 *
 * @param elementId the element at fault; null when it is the whole file
 * @param key of the reason in the bundle {@code messages/workflow-check}, without its prefix
 * @param arguments what the reason's text mentions
 */
public record DefinitionProblem(@Nullable String elementId, String key, List<String> arguments) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public DefinitionProblem {
        arguments = List.copyOf(arguments);
    }

    public static DefinitionProblem of(@Nullable String elementId, String key, String... arguments) {
        return new DefinitionProblem(elementId, key, List.of(arguments));
    }

    /** One sentence in Spanish for Spanish locales, else in English. Names the element if there is one. */
    public String text(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle("messages/workflow-check", locale, NO_FALLBACK);
        String reason = MessageFormat.format(bundle.getString("workflow.check." + key), arguments.toArray());
        return elementId == null ? reason : elementId + ": " + reason;
    }

    /** As it stands in logs. */
    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }
}
