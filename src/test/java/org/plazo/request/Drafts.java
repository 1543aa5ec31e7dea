package org.plazo.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.plazo.security.Actor;
import org.plazo.security.Role;

/** Requests and people for tests. */
public final class Drafts {

    public static final Actor HANDLER = new Actor("test-handler", Set.of(Role.HANDLER));
    public static final Actor REVIEWER = new Actor("test-reviewer", Set.of(Role.REVIEWER));

    private Drafts() {}

    public static NewRequest routine() {
        return with(Urgency.ROUTINE, null);
    }

    static NewRequest with(Urgency urgency, String urgencyReason) {
        return new NewRequest(
                "INFORMATION",
                "MININT",
                "DHS",
                "MOU_2017",
                "DRUGS",
                "Consulta de prueba",
                null,
                null,
                List.of("Registro de un contenedor", "Copia del manifiesto"),
                urgency,
                urgencyReason,
                null,
                LocalDate.of(2026, 1, 5),
                null,
                null,
                null);
    }
}
