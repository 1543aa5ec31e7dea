package org.plazo.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.plazo.request.NewRequest;
import org.plazo.request.RequestCommands;
import org.plazo.request.Urgency;
import org.plazo.security.Actor;
import org.plazo.security.Role;

/** Requests for documents to belong to. */
public final class NewRequests {

    public static final Actor HANDLER = new Actor("handler", Set.of(Role.HANDLER), Set.of("handler", "confidential"));

    private NewRequests() {}

    public static String ordinary(RequestCommands commands) {
        return of(commands, null);
    }

    /** Mails about it say nothing, and the ledger says who read it. */
    public static String restricted(RequestCommands commands) {
        return of(commands, "CONFIDENTIAL");
    }

    private static String of(RequestCommands commands, String classification) {
        return commands.create(
                new NewRequest(
                        "INFORMATION",
                        "MININT",
                        "DHS",
                        "MOU_2017",
                        "DRUGS",
                        "Consulta con documentos",
                        null,
                        null,
                        List.of("Copia del manifiesto"),
                        Urgency.ROUTINE,
                        null,
                        classification,
                        LocalDate.of(2026, 1, 5),
                        null,
                        null,
                        null),
                HANDLER);
    }
}
