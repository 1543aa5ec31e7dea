package org.plazo.workflow.process;

import java.util.Locale;
import org.plazo.workflow.Refusal;

/** Somebody tried to change a field of a task that follows the deadline or the diagram. */
public class TaskFieldIsFixed extends Refusal {

    TaskFieldIsFixed(String field) {
        super(BothLanguages.join(sentence(field, Locale.forLanguageTag("es")), sentence(field, Locale.ENGLISH)));
    }

    private static String sentence(String field, Locale language) {
        return field + ": " + BothLanguages.text("workflow.task.fixed", language, "fixed");
    }
}
