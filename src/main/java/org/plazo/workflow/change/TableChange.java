package org.plazo.workflow.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.Urgency;
import org.plazo.workflow.policy.LadderStep;
import org.plazo.workflow.policy.Policy;
import org.plazo.workflow.policy.PolicyCase;
import org.plazo.workflow.policy.PolicyTables;
import org.plazo.workflow.policy.TableNotUsable;

/**
 * Something that tables say differently for requests of some urgencies: a time limit, or one step of a ladder.
 *
 * @param before null: the tables in force say nothing of it
 * @param after null: it would not be there any more
 */
public record TableChange<T>(
        Direction direction,
        DeadlineKind kind,
        List<Urgency> urgencies,
        @Nullable T before,
        @Nullable T after) {

    public TableChange {
        urgencies = List.copyOf(urgencies);
    }

    static List<TableChange<Policy>> limits(PolicyProposal proposal) {
        List<TableChange<Policy>> found = new ArrayList<>();
        for (PolicyCase asked : PolicyCase.all()) {
            Policy before = limit(proposal.inForce(), asked);
            Policy after = limit(proposal.tables(), asked);
            if (before == null || after == null || !sameTerms(before, after)) {
                found.add(of(asked, before, after));
            }
        }
        return merged(found, policy -> List.of(policy.limit(), policy.basis()));
    }

    static List<TableChange<LadderStep>> steps(PolicyProposal proposal) {
        List<TableChange<LadderStep>> found = new ArrayList<>();
        for (PolicyCase asked : PolicyCase.all()) {
            Map<String, LadderStep> before = steps(proposal.inForce(), asked);
            Map<String, LadderStep> after = steps(proposal.tables(), asked);
            Set<String> codes = new LinkedHashSet<>(before.keySet());
            codes.addAll(after.keySet());
            for (String code : codes) {
                if (!Objects.equals(before.get(code), after.get(code))) {
                    found.add(of(asked, before.get(code), after.get(code)));
                }
            }
        }
        return merged(found, step -> step);
    }

    private static <T> TableChange<T> of(PolicyCase asked, @Nullable T before, @Nullable T after) {
        return new TableChange<>(asked.direction(), asked.kind(), List.of(asked.urgency()), before, after);
    }

    /** What is the same for several urgencies is one change. */
    private static <T> List<TableChange<T>> merged(List<TableChange<T>> changes, Function<T, Object> terms) {
        Map<List<Object>, TableChange<T>> merged = new LinkedHashMap<>();
        for (TableChange<T> each : changes) {
            T before = each.before();
            T after = each.after();
            List<Object> key = List.of(
                    each.direction(),
                    each.kind(),
                    before == null ? "" : terms.apply(before),
                    after == null ? "" : terms.apply(after));
            merged.merge(key, each, (one, other) -> {
                List<Urgency> both = new ArrayList<>(one.urgencies());
                both.addAll(other.urgencies());
                return new TableChange<>(one.direction(), one.kind(), both, one.before(), one.after());
            });
        }
        return List.copyOf(merged.values());
    }

    private static boolean sameTerms(Policy one, Policy other) {
        return one.limit().equals(other.limit()) && one.basis() == other.basis();
    }

    private static @Nullable Policy limit(PolicyTables tables, PolicyCase asked) {
        try {
            return tables.timeLimit(asked);
        } catch (TableNotUsable nothing) {
            return null;
        }
    }

    private static Map<String, LadderStep> steps(PolicyTables tables, PolicyCase asked) {
        try {
            return tables.ladder(asked).stream()
                    .collect(Collectors.toMap(
                            LadderStep::step, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        } catch (TableNotUsable nothing) {
            return Map.of();
        }
    }
}
