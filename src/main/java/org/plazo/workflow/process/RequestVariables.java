package org.plazo.workflow.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.plazo.request.Direction;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.springframework.stereotype.Component;

/**
 * What a process may know of its request: codes and routing values, which the forms show. Everything else that a form or a
 * client hands in is taken over by the command and removed, so that no text of a case ever reaches the engine's tables.
 */
@Component
public class RequestVariables {

    private static final Set<String> ROUTING = Set.of(
            Names.APPROVED,
            Names.RECEIVED,
            Names.OUTCOME,
            Names.OUTWARD_ACTION,
            Names.ADMISSIBILITY,
            Names.CLEARED,
            Names.KEPT_FOLLOW_UP_DATE,
            Names.KEPT_ASSIGNEE);

    /** What the engine and the diagram keep of several tasks at the same time. */
    private static final Set<String> NUMBERS =
            Set.of(Names.MEASURE, "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private final Requests requests;

    RequestVariables(Requests requests) {
        this.requests = requests;
    }

    Map<String, Object> of(RequestSummary request) {
        Map<String, Object> codes = new HashMap<>(Map.of(
                "requestId", request.id(),
                "reference", request.reference(),
                "urgency", request.urgency().name(),
                "crimeArea", request.crimeArea(),
                "requestedAuthority", request.requestedAuthority(),
                "measureCount", request.measures()));
        if (request.direction() == Direction.INCOMING) {
            codes.put("requestingAuthority", request.requestingAuthority());
            codes.put("executingAgency", request.agency());
        }
        return codes;
    }

    Map<String, Object> of(String reference) {
        return of(request(reference));
    }

    public RequestSummary request(String reference) {
        return requests.find(reference)
                .orElseThrow(() -> new IllegalStateException("No request " + reference + " for its process"));
    }

    /** Puts the codes back as the register has them, and removes what is neither code nor routing value. */
    public void restore(VariableScope scope, String reference) {
        Map<String, Object> codes = of(reference);
        Set<String> foreign = new HashSet<>(scope.getVariableNames());
        foreign.removeAll(codes.keySet());
        foreign.removeAll(ROUTING);
        foreign.removeIf(name -> NUMBERS.contains(name) && scope.getVariable(name) instanceof Integer);
        scope.removeVariables(foreign);
        codes.forEach((name, value) -> {
            if (!value.equals(scope.getVariable(name))) {
                scope.setVariable(name, value);
            }
        });
    }
}
