package org.plazo.workflow;

import java.util.Set;

/**
 * What the code behind a form takes over and shows, as a bean beside that code. A form with a field that nobody reads is
 * refused: what is typed there would be lost, or stay in the engine's tables.
 *
 * @param fields the keys of fields that are taken over
 * @param shown the variables that texts may show; codes only
 */
public record FormContract(String formId, Set<String> fields, Set<String> shown) {

    public FormContract {
        fields = Set.copyOf(fields);
        shown = Set.copyOf(shown);
    }
}
