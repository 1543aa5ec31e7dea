package org.plazo.request.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plazo.request.ChangedMeanwhile;
import org.plazo.request.CommandNotPossible;
import org.plazo.request.InvalidInput;
import org.plazo.request.NotPermitted;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestNotFound;
import org.plazo.request.bulk.BulkResult.Outcome;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one command to many requests, to each in a transaction of its own and through {@link RequestCommands}, so that each
 * is checked and recorded as if it were the only one. A dry run does the same and rolls it back: it cannot be wrong about
 * what would happen.
 */
@Component
public class BulkRequests {

    /** How many requests one call takes; the caller waits for all of them, some hundredths of a second for each. */
    public static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(BulkRequests.class);

    private final RequestCommands commands;
    private final BulkSelection selection;
    private final UserDirectory users;
    private final TransactionTemplate transaction;

    BulkRequests(
            RequestCommands commands,
            BulkSelection selection,
            UserDirectory users,
            PlatformTransactionManager transactions) {
        this.commands = commands;
        this.selection = selection;
        this.users = users;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Returns what became of each; what cannot be done to one request does not keep the others from it.
     *
     * @throws NotPermitted if the actor's roles do not allow the command, whatever the request
     * @throws InvalidInput if the command fits no request at all, or there are none, too many, or one twice
     */
    public BulkReport run(BulkCommand command, List<BulkItem> items, boolean dryRun, Actor actor) {
        if (!command.command().permits(actor)) {
            throw new NotPermitted(command.command().apiName() + " needs another role");
        }
        check(items);
        check(command);
        Map<String, Long> versions = versions(items, dryRun, actor);
        List<BulkResult> results = new ArrayList<>();
        for (BulkItem item : items) {
            boolean untouched = dryRun || results.stream().noneMatch(BulkResult::done);
            BulkResult result = run(command, item, dryRun, untouched, actor);
            Long version = versions.getOrDefault(item.reference(), item.version());
            results.add(
                    new BulkResult(item.reference(), result.outcome(), version, result.lifecycle(), result.refusal()));
        }
        return new BulkReport(dryRun, results);
    }

    private BulkResult run(BulkCommand command, BulkItem item, boolean dryRun, boolean untouched, Actor actor) {
        String reference = item.reference();
        try {
            transaction.executeWithoutResult(status -> {
                if (dryRun) {
                    status.setRollbackOnly();
                }
                if (item.version() != null) {
                    commands.expectVersion(reference, item.version(), actor);
                }
                command.run(commands, reference, actor);
            });
            return BulkResult.of(item, Outcome.DONE);
        } catch (RequestNotFound hidden) {
            return BulkResult.of(item, Outcome.NOT_FOUND);
        } catch (ChangedMeanwhile changed) {
            return BulkResult.of(item, Outcome.CHANGED);
        } catch (CommandNotPossible late) {
            return new BulkResult(reference, Outcome.STATE, item.version(), late.lifecycle(), null);
        } catch (InvalidInput wrong) {
            if (untouched && !wrong.field().equals("handler")) {
                throw wrong;
            }
            return new BulkResult(reference, Outcome.REFUSED, item.version(), null, wrong);
        } catch (ConcurrencyFailureException | QueryTimeoutException busy) {
            return BulkResult.of(item, Outcome.BUSY);
        } catch (RuntimeException e) {
            LOG.error("{} of request {}, one of many, has failed; the others go on", command.command(), reference, e);
            return BulkResult.of(item, Outcome.FAILED);
        }
    }

    private static void check(List<BulkItem> items) {
        if (items.isEmpty()) {
            throw new InvalidInput("requests", "is missing");
        }
        if (items.size() > MOST) {
            throw new InvalidInput("requests", "are more than " + MOST);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(items.get(i).reference())) {
                throw new InvalidInput("requests[" + i + "].reference", "is there twice");
            }
        }
    }

    /** Whether a request may be given to somebody is asked for each; whether he handles requests at all, here. */
    private void check(BulkCommand command) {
        String handler = command.handler();
        if (command.command() == RequestCommand.ASSIGNMENT
                && handler != null
                && users.find(handler)
                        .filter(user -> user.roles().contains(Role.HANDLER))
                        .isEmpty()) {
            throw new InvalidInput("handler", "no user with the role HANDLER has this id");
        }
    }

    /** As they stand before a dry run, so that whoever reads its result can say which ones he means. */
    private Map<String, Long> versions(List<BulkItem> items, boolean dryRun, Actor actor) {
        return dryRun
                ? selection.rows(items.stream().map(BulkItem::reference).toList(), actor).stream()
                        .collect(Collectors.toMap(BulkRow::reference, BulkRow::version))
                : Map.of();
    }
}
