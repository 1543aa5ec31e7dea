package org.plazo.workflow.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineTerms;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDeadlines;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.plazo.request.UnstoppedDeadline;
import org.plazo.workflow.escalation.LadderPreview;
import org.plazo.workflow.escalation.LadderStanding;
import org.plazo.workflow.escalation.PlannedStep;
import org.plazo.workflow.policy.LadderStep;
import org.plazo.workflow.policy.Policies;
import org.plazo.workflow.policy.Policy;
import org.plazo.workflow.policy.PolicyCase;
import org.plazo.workflow.policy.PolicyTables;
import org.plazo.workflow.policy.TableNotUsable;
import org.springframework.stereotype.Component;

/**
 * Compares running deadlines with tables. What counts is whether the table says something else for a deadline's case than
 * the version that it follows; a deadline whose request has changed its urgency since is not counted anew because of that.
 */
@Component
class PolicyComparison {

    private static final Pattern SOURCE = Pattern.compile(Pattern.quote(Policies.TIME_LIMITS) + " v(\\d{1,9})");

    private final RequestDeadlines deadlines;
    private final Requests requests;
    private final LadderPreview ladders;
    private final Policies policies;

    PolicyComparison(RequestDeadlines deadlines, Requests requests, LadderPreview ladders, Policies policies) {
        this.deadlines = deadlines;
        this.requests = requests;
        this.ladders = ladders;
        this.policies = policies;
    }

    /** A deadline that tables say something else for than what it follows. */
    record Different(
            UnstoppedDeadline unstopped,
            RequestSummary request,
            LadderStanding standing,
            @Nullable Policy limit,
            @Nullable List<LadderStep> ladder) {

        RequestDeadline deadline() {
            return unstopped.deadline();
        }
    }

    /** All that would follow other limits or another ladder, some at a time, the oldest first. */
    void different(PolicyTables tables, Consumer<List<Different>> taker) {
        deadlines.unstopped(some -> taker.accept(different(some, tables)));
    }

    Optional<Different> different(UnstoppedDeadline one, PolicyTables tables) {
        return different(List.of(one), tables).stream().findFirst();
    }

    private List<Different> different(List<UnstoppedDeadline> some, PolicyTables tables) {
        Map<Long, RequestSummary> known =
                requests
                        .findAll(some.stream()
                                .map(each -> each.deadline().requestId())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(RequestSummary::id, Function.identity()));
        Map<Long, LadderStanding> standings = ladders.standings(
                some.stream().map(each -> each.deadline().id()).toList());
        List<Different> found = new ArrayList<>();
        for (UnstoppedDeadline each : some) {
            RequestSummary request = known.get(each.deadline().requestId());
            LadderStanding standing = standings.get(each.deadline().id());
            if (request == null || standing == null || request.lifecycle().isFinal()) {
                continue;
            }
            PolicyCase asked = PolicyCase.of(request, each.deadline().kind());
            Policy limit = otherLimit(each.deadline(), asked, tables);
            List<LadderStep> ladder = otherLadder(standing, asked, tables);
            if (limit != null || ladder != null) {
                found.add(new Different(each, request, standing, limit, ladder));
            }
        }
        return found;
    }

    /**
     * As it would be.
     *
     * @throws IllegalArgumentException if it would have no date
     */
    ChangedDeadline changed(Different different) {
        RequestDeadline before = different.deadline();
        Policy limit = different.limit();
        RequestDeadline after = limit == null ? before : deadlines.underTerms(different.unstopped(), terms(limit));
        List<PlannedStep> stepsBefore = ladders.now(before, different.request(), different.standing());
        List<LadderStep> ladder = different.ladder();
        List<PlannedStep> stepsAfter = ladders.after(
                after,
                different.request(),
                different.standing(),
                ladder == null
                        ? policies.ladder(
                                different.standing().ladder(), PolicyCase.of(different.request(), before.kind()))
                        : ladder);
        int at = 0;
        while (at < stepsBefore.size()
                && at < stepsAfter.size()
                && stepsBefore.get(at).equals(stepsAfter.get(at))) {
            at++;
        }
        return new ChangedDeadline(
                different.request(),
                before,
                after,
                at < stepsBefore.size() ? stepsBefore.get(at) : null,
                at < stepsAfter.size() ? stepsAfter.get(at) : null);
    }

    static DeadlineTerms terms(Policy policy) {
        return new DeadlineTerms(policy.limit(), policy.basis(), policy.source());
    }

    private @Nullable Policy otherLimit(RequestDeadline deadline, PolicyCase asked, PolicyTables tables) {
        Policy then = tables.timeLimit(asked);
        Matcher source = SOURCE.matcher(deadline.policy());
        boolean same;
        try {
            Policy now = source.matches()
                    ? policies.timeLimit(Integer.parseInt(source.group(1)), asked)
                    : new Policy(deadline.limit(), deadline.basis(), deadline.policy());
            same = now.limit().equals(then.limit()) && now.basis() == then.basis();
        } catch (TableNotUsable noSuchCase) {
            same = false;
        }
        return same ? null : then;
    }

    private @Nullable List<LadderStep> otherLadder(LadderStanding standing, PolicyCase asked, PolicyTables tables) {
        List<LadderStep> then = tables.ladder(asked);
        return policies.ladder(standing.ladder(), asked).equals(then) ? null : then;
    }
}
