package org.plazo.request.web.input;

import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestCommands;
import org.plazo.security.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/** Commands that are for one version of a request only. */
@Component
public class RequestVersions {

    private final RequestCommands commands;
    private final CurrentActor actor;
    private final TransactionTemplate transactions;

    RequestVersions(RequestCommands commands, CurrentActor actor, TransactionTemplate transactions) {
        this.commands = commands;
        this.actor = actor;
        this.transactions = transactions;
    }

    /** Runs a command while the request is still in this version. */
    public void run(String reference, long version, Runnable command) {
        transactions.executeWithoutResult(status -> {
            commands.expectVersion(reference, version, actor.get());
            command.run();
        });
    }

    /** Runs a command, if a version is given only while the request is still the one that was read. */
    public void run(String reference, @Nullable String ifMatch, Runnable command) {
        if (ifMatch == null || ifMatch.equals("*")) {
            command.run();
            return;
        }
        run(reference, version(ifMatch), command);
    }

    private static long version(String ifMatch) {
        try {
            return Long.parseLong(ifMatch.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(
                    HttpStatus.PRECONDITION_FAILED, "If-Match must be the ETag of one version of the request");
        }
    }
}
