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
    ACKNOWLEDGEMENT("acknowledgement", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER),
    INTERIM_REPLY("interim-reply", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER),
    RESPONSE("response", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER),
    ASSESSMENT("assessment", Set.of(Lifecycle.IN_ASSESSMENT), Role.HANDLER),
    /** Lets the clock of the response stand still. */
    PAUSE("pause", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER, Role.MANAGER, Role.HEAD),
    /** Lets a paused clock run on. */
    RESUMPTION("resumption", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER, Role.MANAGER, Role.HEAD),
    /** Gives the other side more time. */
    EXTENSION("extension", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER, Role.MANAGER, Role.HEAD),
    /** The other side names the day on which it will answer. */
    PROMISE("promise", Set.of(Lifecycle.AWAITING_RESPONSE), Role.HANDLER, Role.MANAGER, Role.HEAD),
    /** Ends the wait for a response, because none is expected any more. */
    CLOSURE("closure", Set.of(Lifecycle.AWAITING_RESPONSE, Lifecycle.IN_ASSESSMENT), Role.MANAGER, Role.HEAD),
    /** Gives it to another handler. */
    ASSIGNMENT(
            "assignment",
            EnumSet.complementOf(EnumSet.of(Lifecycle.CLOSED, Lifecycle.WITHDRAWN)),
            Role.HANDLER,
            Role.MANAGER,
            Role.HEAD),
    WITHDRAWAL(
            "withdrawal",
            EnumSet.complementOf(EnumSet.of(Lifecycle.CLOSED, Lifecycle.WITHDRAWN)),
            Role.HANDLER,
            Role.MANAGER,
            Role.HEAD);

    private final String apiName;
    private final Set<Lifecycle> states;
    private final Role[] roles;

    RequestCommand(String apiName, Set<Lifecycle> states, Role... roles) {
        this.apiName = apiName;
        this.states = Set.copyOf(states);
        this.roles = roles;
    }

    /** The name of the sub-resource, such as {@code interim-reply}. */
    public String apiName() {
        return apiName;
    }

    public boolean permits(Actor actor) {
        return actor.hasAny(roles);
    }

    /**
     * An acknowledgement comes once, and only a paused clock runs on; everything else depends on the state alone. A pause
     * that is over can be entered while there is another.
     */
    public boolean fits(Lifecycle lifecycle, boolean acknowledged, boolean paused) {
        return states.contains(lifecycle)
                && !(this == ACKNOWLEDGEMENT && acknowledged)
                && !(this == RESUMPTION && !paused);
    }

    /** The commands that fit, in the order of a request's life. */
    public static Set<RequestCommand> fitting(Lifecycle lifecycle, boolean acknowledged, boolean paused) {
        return Arrays.stream(values())
                .filter(command -> command.fits(lifecycle, acknowledged, paused))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public void requirePermission(Actor actor) {
        if (!permits(actor)) {
            throw new NotPermitted(apiName + " needs one of the roles " + Arrays.toString(roles));
        }
    }
}
