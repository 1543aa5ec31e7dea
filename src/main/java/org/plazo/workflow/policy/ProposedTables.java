package org.plazo.workflow.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Parties;

/** Tables that are not in force; each case is asked once. Not safe for several threads. */
final class ProposedTables implements PolicyTables {

    private final @Nullable Table timeLimits;
    private final @Nullable Table ladder;
    private final PolicyTables otherwise;
    private final Parties parties;
    private final Map<PolicyCase, Policy> knownLimits = new HashMap<>();
    private final Map<PolicyCase, List<LadderStep>> knownLadders = new HashMap<>();

    /** @param otherwise is asked for a table that is not proposed */
    ProposedTables(@Nullable Table timeLimits, @Nullable Table ladder, PolicyTables otherwise, Parties parties) {
        this.timeLimits = timeLimits;
        this.ladder = ladder;
        this.otherwise = otherwise;
        this.parties = parties;
    }

    @Override
    public Policy timeLimit(PolicyCase asked) {
        return timeLimits == null
                ? otherwise.timeLimit(asked)
                : knownLimits.computeIfAbsent(asked, each -> TimeLimits.read(timeLimits, each, parties));
    }

    @Override
    public List<LadderStep> ladder(PolicyCase asked) {
        return ladder == null
                ? otherwise.ladder(asked)
                : knownLadders.computeIfAbsent(asked, each -> Ladders.read(ladder, each));
    }
}
