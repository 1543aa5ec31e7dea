package org.plazo.workflow.deployment;

import java.util.Set;

/** What diagrams may refer to: the ids of forms and decisions that are, or will be, in force. */
record KnownDefinitions(Set<String> forms, Set<String> decisions) {

    KnownDefinitions {
        forms = Set.copyOf(forms);
        decisions = Set.copyOf(decisions);
    }
}
