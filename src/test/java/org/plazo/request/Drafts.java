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

    public static final Actor MANAGER = new Actor("test-manager", Set.of(Role.MANAGER));

    private Drafts() {}

    public static NewRequest routine() {
        return with(Urgency.ROUTINE, null);
    }

    static NewRequest with(Urgency urgency, String urgencyReason) {
        return between("MININT", "DHS", urgency, urgencyReason);
    }

    /** What the other side asks of us. */
    public static NewRequest incoming() {
        return between("DHS", "MININT", Urgency.ROUTINE, null);
    }

    private static NewRequest between(String asking, String asked, Urgency urgency, String urgencyReason) {
        return new NewRequest(
                "INFORMATION",
                asking,
                asked,
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
