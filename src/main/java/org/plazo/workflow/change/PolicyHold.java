package org.plazo.workflow.change;

import java.util.concurrent.atomic.AtomicBoolean;
import org.plazo.workflow.PublicationRule;
import org.plazo.workflow.policy.PolicyCase;
import org.plazo.workflow.policy.PolicyTables;
import org.plazo.workflow.policy.TableNotUsable;
import org.springframework.stereotype.Component;

/** A changed table that would move a running deadline waits for an administrator; any other counts at once for new ones. */
@Component
class PolicyHold implements PublicationRule {

    private static final String SUFFIX = ".dmn";

    private final PolicyProposals proposals;
    private final PolicyComparison comparison;

    PolicyHold(PolicyProposals proposals, PolicyComparison comparison) {
        this.proposals = proposals;
        this.comparison = comparison;
    }

    @Override
    public boolean waits(String file, byte[] content) {
        return PolicyProposals.TABLES.stream()
                .filter(id -> file.equals(id + SUFFIX))
                .anyMatch(id -> moves(id, content));
    }

    private boolean moves(String id, byte[] content) {
        PolicyTables inForce = proposals.inForce();
        if (!PolicyCase.all().stream().allMatch(asked -> answers(inForce, asked))) {
            return false;
        }
        PolicyTables then = proposals.with(id, content);
        AtomicBoolean moves = new AtomicBoolean();
        comparison.different(then, some -> some.stream()
                .takeWhile(each -> !moves.get())
                // others were left behind by an earlier change, and not by this one
                .filter(each ->
                        isTouched(PolicyCase.of(each.request(), each.deadline().kind()), inForce, then))
                .filter(this::isMoved)
                .forEach(each -> moves.set(true)));
        return moves.get();
    }

    /** Tables of an earlier release may know less than this one needs; then nothing new could begin before these count. */
    private static boolean answers(PolicyTables inForce, PolicyCase asked) {
        try {
            inForce.timeLimit(asked);
            inForce.ladder(asked);
            return true;
        } catch (TableNotUsable noSuchCase) {
            return false;
        }
    }

    private static boolean isTouched(PolicyCase asked, PolicyTables inForce, PolicyTables then) {
        return !inForce.timeLimit(asked).limit().equals(then.timeLimit(asked).limit())
                || !inForce.ladder(asked).equals(then.ladder(asked));
    }

    private boolean isMoved(PolicyComparison.Different different) {
        try {
            return comparison.changed(different).isMoved();
        } catch (IllegalArgumentException noDate) {
            return true;
        }
    }
}
