package org.plazo.request.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.InvalidInput;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestCommands;
import org.plazo.request.Settlement;
import org.plazo.security.Actor;

/**
 * What is to be done to each of many requests, with one reason for all.
 *
 * @param command one of {@link #COMMANDS}
 * @param handler user id; needed with ASSIGNMENT
 * @param pending with CLOSURE, what becomes of the measures that have no outcome yet; needed there
 */
public record BulkCommand(
        RequestCommand command,
        String reason,
        @Nullable String handler,
        @Nullable Settlement pending) {

    /** What can be done to many requests at once. */
    public static final List<RequestCommand> COMMANDS =
            List.of(RequestCommand.ASSIGNMENT, RequestCommand.CLOSURE, RequestCommand.WITHDRAWAL);

    /** @throws InvalidInput naming the field, if something that every request would need is missing */
    public BulkCommand {
        if (!COMMANDS.contains(command)) {
            throw new InvalidInput("command", "cannot be done to many requests at once");
        }
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "is missing");
        }
        if (command == RequestCommand.ASSIGNMENT && (handler == null || handler.isBlank())) {
            throw new InvalidInput("handler", "is missing");
        }
        if (command == RequestCommand.CLOSURE && pending == null) {
            throw new InvalidInput("outcome", "is missing");
        }
    }

    /** @throws InvalidInput if there is no such command, or none for many requests */
    public static RequestCommand named(String apiName) {
        return COMMANDS.stream()
                .filter(each -> each.apiName().equals(apiName))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "command",
                        "must be one of "
                                + COMMANDS.stream().map(RequestCommand::apiName).toList()));
    }

    void run(RequestCommands commands, String reference, Actor actor) {
        if (handler != null && command == RequestCommand.ASSIGNMENT) {
            commands.assign(reference, handler, reason, actor);
        } else if (pending != null && command == RequestCommand.CLOSURE) {
            commands.closeEarly(reference, pending, reason, actor);
        } else {
            commands.withdraw(reference, reason, actor);
        }
    }
}
