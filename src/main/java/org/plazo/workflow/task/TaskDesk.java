package org.plazo.workflow.task;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.plazo.request.CommandNotPossible;
import org.plazo.request.IncomingCommands;
import org.plazo.request.InvalidInput;
import org.plazo.request.Lifecycle;
import org.plazo.request.NotPermitted;
import org.plazo.request.Parties;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestNotFound;
import org.plazo.security.Actor;
import org.plazo.security.CurrentActor;
import org.plazo.workflow.process.RequestVariables;
import org.plazo.workflow.process.Turn;
import org.springframework.stereotype.Component;

/** What every form needs: who acts, the commands, and the process cleaned of what was typed. */
@Component
class TaskDesk {

    private final RequestCommands commands;
    private final IncomingCommands incoming;
    private final CurrentActor currentActor;
    private final RequestVariables variables;
    private final ZoneId homeZone;
    private final Clock clock;

    TaskDesk(
            RequestCommands commands,
            IncomingCommands incoming,
            CurrentActor currentActor,
            RequestVariables variables,
            Parties parties,
            Clock clock) {
        this.commands = commands;
        this.incoming = incoming;
        this.currentActor = currentActor;
        this.variables = variables;
        this.homeZone = parties.home().zone();
        this.clock = clock;
    }

    RequestCommands commands() {
        return commands;
    }

    IncomingCommands incoming() {
        return incoming;
    }

    Actor actor() {
        return currentActor.get();
    }

    TypedForm form(VariableScope scope) {
        return new TypedForm(scope, homeZone, clock);
    }

    /**
     * Does to the request what the form says, unless a command is what moves the process; puts the variables right.
     *
     * @param command works on the form as it was read before
     * @throws FormRefused with words for the person in front of the form
     */
    void take(VariableScope scope, String reference, Runnable command) {
        if (!Turn.COMMAND.isCurrent()) {
            // before the command as well: it may end the process, and what was typed with it
            variables.restore(scope, reference);
            inWordsForPeople(() -> {
                Turn.TASK.take(command);
                return reference;
            });
        }
        if (variables.request(reference).lifecycle() != Lifecycle.WITHDRAWN) {
            variables.restore(scope, reference);
        }
    }

    /** Enters and hands in a new request, and returns its reference. */
    String enter(VariableScope scope, Supplier<String> command) {
        String reference = inWordsForPeople(() -> Turn.TASK.take(command));
        variables.restore(scope, reference);
        return reference;
    }

    private static String inWordsForPeople(Supplier<String> command) {
        try {
            return command.get();
        } catch (InvalidInput e) {
            throw FormRefused.of(e);
        } catch (CommandNotPossible e) {
            throw FormRefused.because("state", e);
        } catch (RequestNotFound e) {
            throw FormRefused.unknown(e);
        } catch (NotPermitted e) {
            throw FormRefused.because("role", e);
        }
    }
}
