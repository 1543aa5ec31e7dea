package org.plazo.workflow.process;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.springframework.stereotype.Component;

/**
 * What a process may know of its request: codes and routing values, which the forms show. Everything else that a form or a
 * client hands in is taken over by the command and removed, so that no text of a case ever reaches the engine's tables.
 */
@Component
public class RequestVariables {

    private static final Set<String> ROUTING =
            Set.of(Names.APPROVED, Names.RECEIVED, Names.OUTCOME, Names.OUTWARD_ACTION);

    private final Requests requests;

    RequestVariables(Requests requests) {
        this.requests = requests;
    }

    Map<String, Object> of(RequestSummary request) {
        return Map.of(
                "requestId", request.id(),
                "reference", request.reference(),
                "urgency", request.urgency().name(),
                "crimeArea", request.crimeArea(),
                "requestedAuthority", request.requestedAuthority(),
                "measureCount", request.measures());
    }

    Map<String, Object> of(String reference) {
        return requests.find(reference)
                .map(this::of)
                .orElseThrow(() -> new IllegalStateException("No request " + reference + " for its process"));
    }

    /** Puts the codes back as the register has them, and removes what is neither code nor routing value. */
    public void restore(VariableScope scope, String reference) {
        Map<String, Object> codes = of(reference);
        Set<String> foreign = new HashSet<>(scope.getVariableNames());
        foreign.removeAll(codes.keySet());
        foreign.removeAll(ROUTING);
        scope.removeVariables(foreign);
        codes.forEach((name, value) -> {
            if (!value.equals(scope.getVariable(name))) {
                scope.setVariable(name, value);
            }
        });
    }
}
