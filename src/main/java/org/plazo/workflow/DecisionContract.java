package org.plazo.workflow;

import java.util.Set;

/**
 * What the code that asks a decision table gives and expects, as a bean beside that code. A table with an output that nobody
 * reads, or without one that is needed, is refused before it can be asked.
 */
public record DecisionContract(String decisionId, Set<String> inputs, Set<String> outputs) {

    public DecisionContract {
        inputs = Set.copyOf(inputs);
        outputs = Set.copyOf(outputs);
    }
}
