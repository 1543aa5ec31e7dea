package org.plazo.request;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.plazo.security.Actor;
import org.plazo.security.Role;

/** What can be done to a request that exists, where it must stand for it, and who may do it. */
public enum RequestCommand {
    SUBMISSION("submission", Set.of(Lifecycle.DRAFT), Role.HANDLER),
    REVIEW("review", Set.of(Lifecycle.IN_REVIEW), Role.REVIEWER, Role.MANAGER, Role.HEAD),
    CORRECTION("correction", Set.of(Lifecycle.IN_CORRECTION), Role.HANDLER),
    DISPATCH("dispatch", Set.of(Lifecycle.APPROVED), Role.HANDLER),
    /** Incoming: what came in is complete on paper. */
    REGISTRATION("registration", Set.of(Lifecycle.RECEIVED), Role.HANDLER),
    /** Outgoing: what was missing has left the house. */
    SUPPLY("supply", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER),
    /** Outgoing: the other side says that it has the request; incoming: we say so. */
    ACKNOWLEDGEMENT("acknowledgement", inTheHandsOfTheOneAsked(), Role.HANDLER),
    INTERIM_REPLY("interim-reply", inTheHandsOfTheOneAsked(), Role.HANDLER),
    ADMISSIBILITY("admissibility", Set.of(Lifecycle.IN_ADMISSIBILITY), Role.HANDLER),
    /** What we had asked the other side for has come, or we go on without it. */
    INFORMATION("information", Set.of(Lifecycle.IN_ADMISSIBILITY), Role.HANDLER),
    AGENCY("agency", Set.of(Lifecycle.ADMITTED, Lifecycle.IN_EXECUTION), Role.HANDLER, Role.MANAGER, Role.HEAD),
    EXECUTION("execution", Set.of(Lifecycle.IN_EXECUTION), Role.HANDLER),
    DRAFTING("drafting", Set.of(Lifecycle.IN_DRAFTING), Role.HANDLER),
    CLEARANCE("clearance", Set.of(Lifecycle.IN_CLEARANCE), Role.MANAGER, Role.HEAD),
    RESPONSE_DISPATCH("response-dispatch", Set.of(Lifecycle.CLEARED), Role.HANDLER),
    RESPONSE("response", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER),
    ASSESSMENT("assessment", Set.of(Lifecycle.IN_ASSESSMENT), Role.HANDLER),
    /** Lets the clock of the response stand still. */
    PAUSE("pause", inTheHandsOfTheOneAsked(), Role.HANDLER, Role.MANAGER, Role.HEAD),
    /** Lets a paused clock run on. */
    RESUMPTION("resumption", inTheHandsOfTheOneAsked(), Role.HANDLER, Role.MANAGER, Role.HEAD),
    /** Gives the other side more time. */
    EXTENSION("extension", inTheHandsOfTheOneAsked(), Role.HANDLER, Role.MANAGER, Role.HEAD),
    /** The other side names the day on which it will answer. */
    PROMISE("promise", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER, Role.MANAGER, Role.HEAD),
    /** The other side has sent the request back. */
    DEFICIENCY("deficiency", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER, Role.MANAGER, Role.HEAD),
    /** The other side needs something from us. */
    INFORMATION_REQUEST(
            "information-request", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER, Role.MANAGER, Role.HEAD),
    /** The one asked postpones its answer. */
    POSTPONEMENT("postponement", inTheHandsOfTheOneAsked(), Role.HANDLER, Role.MANAGER, Role.HEAD),
    /** Another authority of the other side has it now. */
    TRANSFER("transfer", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER, Role.MANAGER, Role.HEAD),
    /** The same request goes out once more. */
    RESENDING("resending", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER),
    /** Ends the wait for a response, because none is expected any more. */
    CLOSURE("closure", Set.of(Lifecycle.AWAITING_RESPONSE, Lifecycle.IN_ASSESSMENT), Role.MANAGER, Role.HEAD),
    /** Gives it to another handler. */
    ASSIGNMENT("assignment", open(), Role.HANDLER, Role.MANAGER, Role.HEAD),
    WITHDRAWAL("withdrawal", open(), Role.HANDLER, Role.MANAGER, Role.HEAD);

    private final String apiName;
    private final Set<Lifecycle> states;
    private final Role[] roles;

    RequestCommand(String apiName, Set<Lifecycle> states, Role... roles) {
        this.apiName = apiName;
        this.states = Set.copyOf(states);
        this.roles = roles;
    }

    private static Set<Lifecycle> open() {
        Set<Lifecycle> open = EnumSet.allOf(Lifecycle.class);
        open.removeIf(Lifecycle::isFinal);
        return open;
    }

    /** Whoever is asked has the request and has not answered. */
    private static Set<Lifecycle> inTheHandsOfTheOneAsked() {
        Set<Lifecycle> states = Lifecycle.openOf(Direction.INCOMING);
        states.add(Lifecycle.AWAITING_RESPONSE);
        return states;
    }

    /** The name of the sub-resource, such as {@code interim-reply}. */
    public String apiName() {
        return apiName;
    }

    public boolean permits(Actor actor) {
        return actor.hasAny(roles);
    }

    /**
     * An acknowledgement comes once, only a paused clock runs on, only what is owed can be supplied, and nothing is decided
     * while information is awaited; everything else depends on the state alone. A pause that is over can be entered while
     * there is another.
     */
    public boolean fits(Standing standing) {
        return states.contains(standing.lifecycle())
                && switch (this) {
                    case ACKNOWLEDGEMENT -> !standing.acknowledged();
                    case RESUMPTION -> standing.paused();
                    case DEFICIENCY, INFORMATION_REQUEST -> !standing.paused();
                    case SUPPLY -> standing.owed();
                    case ADMISSIBILITY -> !standing.informationAwaited();
                    case INFORMATION -> standing.informationAwaited();
                    default -> true;
                };
    }

    /** The commands that fit, in the order of a request's life. */
    public static Set<RequestCommand> fitting(Standing standing) {
        return Arrays.stream(values())
                .filter(command -> command.fits(standing))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * All of a request that decides what can be done to it.
     *
     * @param paused whether the clock of the response stands still
     * @param informationAwaited whether something was asked back that has not come
     * @param owed whether the other side waits for something from us
     */
    public record Standing(
            Lifecycle lifecycle, boolean acknowledged, boolean paused, boolean informationAwaited, boolean owed) {}

    public void requirePermission(Actor actor) {
        if (!permits(actor)) {
            throw new NotPermitted(apiName + " needs one of the roles " + Arrays.toString(roles));
        }
    }
}
