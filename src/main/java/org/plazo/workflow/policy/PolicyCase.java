package org.plazo.workflow.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.RequestSummary;
import org.plazo.request.Urgency;

/** What the decision tables are asked about: a deadline of a request of this direction and urgency. */
public record PolicyCase(Direction direction, DeadlineKind kind, Urgency urgency) {

    public static PolicyCase of(RequestSummary request, DeadlineKind kind) {
        return new PolicyCase(request.direction(), kind, request.urgency());
    }

    /** Every case that there can be. */
    public static List<PolicyCase> all() {
        return Arrays.stream(Direction.values())
                .flatMap(
                        direction -> DeadlineKind.of(direction).stream().flatMap(kind -> Arrays.stream(Urgency.values())
                                .map(urgency -> new PolicyCase(direction, kind, urgency))))
                .toList();
    }

    /** As the inputs of a table. */
    Map<String, Object> inputs() {
        return Map.of("direction", direction.name(), "kind", kind.name(), "urgency", urgency.name());
    }

    /** As it stands in errors. */
    @Override
    public String toString() {
        return direction + ", " + kind + " and " + urgency;
    }
}
