package org.plazo.workflow.engine;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestCircles;
import org.plazo.security.Actor;
import org.plazo.security.Tenants;
import org.springframework.stereotype.Component;

/**
 * Need-to-know in the engine: a process whose request not everybody may see has the number of the request's access class as
 * its tenant, and a person's tenants are the classes that he may see. The engine then leaves the rest out of every list,
 * count and filter by itself. Definitions have no tenant and are shared.
 */
@Component
public class AccessTenants implements Tenants {

    static final String PREFIX = "access-";

    private final RequestCircles circles;

    AccessTenants(RequestCircles circles) {
        this.circles = circles;
    }

    /** Null if everybody may see the request, or there is none. */
    public @Nullable String ofRequest(String reference) {
        OptionalInt closed = circles.closedClassOf(reference);
        return closed.isPresent() ? PREFIX + closed.getAsInt() : null;
    }

    @Override
    public List<String> of(Actor actor) {
        return circles.closedClassesOf(actor).stream()
                .sorted()
                .map(id -> PREFIX + id)
                .toList();
    }
}
