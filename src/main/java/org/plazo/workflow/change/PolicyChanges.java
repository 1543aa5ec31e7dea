package org.plazo.workflow.change;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plazo.request.InvalidInput;
import org.plazo.request.NotPermitted;
import org.plazo.request.RequestAccess;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.workflow.deployment.TableFiles;
import org.plazo.workflow.deployment.TableFiles.State;
import org.plazo.workflow.deployment.TableFiles.TableFile;
import org.plazo.workflow.policy.Policies;
import org.plazo.workflow.policy.PolicyTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changed tables, for administrators: what they would do to running deadlines, and publishing them. */
@Component
public class PolicyChanges {

    /** How many deadlines a page shows at most. */
    public static final int MOST_SHOWN = 200;

    private static final Logger LOG = LoggerFactory.getLogger(PolicyChanges.class);
    private static final int LONGEST_REASON = 1_000;

    private final PolicyProposals proposals;
    private final PolicyComparison comparison;
    private final TableFiles files;
    private final PolicyRows rows;
    private final RequestAccess access;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PolicyChanges(
            PolicyProposals proposals,
            PolicyComparison comparison,
            TableFiles files,
            PolicyRows rows,
            RequestAccess access,
            TransactionTemplate transaction,
            Clock clock) {
        this.proposals = proposals;
        this.comparison = comparison;
        this.files = files;
        this.rows = rows;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One walk over all running deadlines. */
    private final class Walk {

        private final Actor actor;
        private final long first;
        private final int size;
        private final List<ChangedDeadline> shown = new ArrayList<>();
        private long moved;
        private long hidden;
        private long unmoved;
        private long notComputable;

        private Walk(Actor actor, long first, int size) {
            this.actor = actor;
            this.first = first;
            this.size = size;
        }

        private Walk over(PolicyTables tables) {
            comparison.different(tables, this::take);
            return this;
        }

        private void take(List<PolicyComparison.Different> some) {
            List<ChangedDeadline> found = new ArrayList<>();
            for (PolicyComparison.Different each : some) {
                try {
                    ChangedDeadline changed = comparison.changed(each);
                    if (changed.isMoved()) {
                        found.add(changed);
                    } else {
                        unmoved++;
                    }
                } catch (IllegalArgumentException e) {
                    LOG.warn(
                            "Deadline {} has no date by the changed tables: {}",
                            each.deadline().id(),
                            e.getMessage());
                    notComputable++;
                }
            }
            Set<Long> readable = access.readable(
                    found.stream().map(each -> each.request().id()).collect(Collectors.toSet()), actor);
            for (ChangedDeadline each : found) {
                if (!readable.contains(each.request().id())) {
                    hidden++;
                } else if (moved - hidden >= first && shown.size() < size) {
                    shown.add(each);
                }
                moved++;
            }
        }
    }

    /**
     * Computes all running deadlines with what the files say now; of tables that say what is in force, with that.
     *
     * @param page from 0
     * @throws NotPermitted if the actor is no administrator
     */
    public PolicyChange change(int page, int size, Actor actor) {
        requireAdmin(actor);
        PolicyProposal proposal = proposals.read();
        Walk walk = new Walk(actor, (long) page * size, Math.min(size, MOST_SHOWN)).over(proposal.tables());
        return new PolicyChange(proposal, walk.moved, walk.hidden, walk.unmoved, walk.notComputable, walk.shown, page);
    }

    /**
     * Publishes what the files say, for new deadlines at once. If running ones are to follow, they do so in the background,
     * each with its timers, its tasks and entries in the ledger; else each keeps what it began with.
     *
     * @param hash of the change that the actor has seen
     * @return what was decided
     * @throws PoliciesChanged if the change is another one by now
     * @throws PoliciesNotApplicable if there is nothing to do, or it cannot be done
     * @throws InvalidInput if the reason is missing or too long
     */
    public PolicyApplication apply(String hash, String reason, boolean running, Actor actor) {
        requireAdmin(actor);
        String why = reason.strip();
        if (why.isEmpty()) {
            throw new InvalidInput("reason", "is missing");
        }
        if (why.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "may have " + LONGEST_REASON + " characters at most");
        }
        PolicyProposal proposal = proposals.read();
        if (!proposal.hash().equals(hash)) {
            throw new PoliciesChanged();
        }
        if (following()) {
            throw new PoliciesNotApplicable(PoliciesNotApplicable.Cause.STILL_FOLLOWING);
        }
        if (running || !proposal.isPending()) {
            requireApplicable(proposal, running, actor);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PolicyApplication application = new PolicyApplication(
                proposal.basedOn() + 1,
                hash,
                next(proposal, Policies.TIME_LIMITS),
                next(proposal, Policies.LADDER),
                running,
                now,
                actor.userId(),
                why,
                running ? null : now);
        try {
            transaction.executeWithoutResult(status -> {
                rows.insert(application);
                proposal.changed().forEach(this::publish);
            });
        } catch (DuplicateKeyException e) {
            throw new PoliciesChanged();
        }
        LOG.info(
                "{} published time limits v{} and escalation ladder v{}, running: {}",
                actor.userId(),
                application.timeLimits(),
                application.ladder(),
                running);
        return application;
    }

    /** Whether running deadlines have still to follow the last decision. */
    public boolean following() {
        return latest(1).stream().anyMatch(application -> application.finishedAt() == null);
    }

    /** What was decided last, the newest first. */
    public List<PolicyApplication> latest(int most) {
        return rows.latest(most);
    }

    private void requireApplicable(PolicyProposal proposal, boolean running, Actor actor) {
        Walk walk = new Walk(actor, 0, 0).over(proposal.tables());
        if (running && walk.notComputable > 0) {
            throw new PoliciesNotApplicable(PoliciesNotApplicable.Cause.NOT_COMPUTABLE);
        }
        if (!proposal.isPending() && (!running || walk.moved + walk.unmoved == 0)) {
            throw new PoliciesNotApplicable(PoliciesNotApplicable.Cause.NOTHING_CHANGED);
        }
    }

    private static int next(PolicyProposal proposal, String id) {
        return proposal.files().stream()
                .filter(file -> file.id().equals(id))
                .mapToInt(file -> file.state() == State.CHANGED ? file.version() + 1 : file.version())
                .sum();
    }

    /** A file that was published meanwhile, by a start elsewhere, is not what was seen. */
    private void publish(TableFile file) {
        files.publish(file);
        if (files.version(file.id()) != file.version() + 1) {
            throw new PoliciesChanged();
        }
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.hasAny(Role.ADMIN)) {
            throw new NotPermitted("Time limits and ladders need the role of admin");
        }
    }
}
