package org.plazo.workflow;

import java.util.Set;

/**
 * What the product counts on in a diagram, as a bean beside the code that does. A diagram without it is refused before a
 * request needs it.
 *
 * @param elements ids of flow nodes that commands complete, messages reach or imported requests start at
 * @param deadlines values of the task property {@code deadline} and kinds that may stand in a timer's expression
 */
public record ProcessContract(String processId, Set<String> elements, Set<String> deadlines) {

    public ProcessContract {
        elements = Set.copyOf(elements);
        deadlines = Set.copyOf(deadlines);
    }
}
