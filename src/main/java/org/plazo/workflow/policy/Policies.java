package org.plazo.workflow.policy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.plazo.request.Parties;
import org.plazo.workflow.engine.EngineCalls;
import org.springframework.stereotype.Component;

/**
 * The time limits and ladders in force. New clocks take the latest version; a running one keeps the ladder it began with,
 * so that editing a table moves nothing that runs.
 */
@Component
public class Policies {

    /** The ids of the tables; their files are called so too. */
    public static final String TIME_LIMITS = "time-limits";

    public static final String LADDER = "escalation-ladder";

    private record Key(int version, PolicyCase asked) {}

    private final RepositoryService definitions;
    private final DecisionService decisions;
    private final EngineCalls engine;
    private final Parties parties;
    // a version never changes, so what it says is asked once
    private final Map<Key, Policy> timeLimits = new ConcurrentHashMap<>();
    private final Map<Key, List<LadderStep>> ladders = new ConcurrentHashMap<>();
    private final OncePerTransaction<String, Integer> latest = new OncePerTransaction<>(this::latest);

    Policies(RepositoryService definitions, DecisionService decisions, EngineCalls engine, Parties parties) {
        this.definitions = definitions;
        this.decisions = decisions;
        this.engine = engine;
        this.parties = parties;
    }

    /** @throws TableNotUsable if no or more than one row fits, or the row cannot be followed */
    public Policy timeLimit(PolicyCase asked) {
        return timeLimit(latest.answer(TIME_LIMITS), asked);
    }

    /** The same in another version than the one in force. */
    public Policy timeLimit(int version, PolicyCase asked) {
        Key key = new Key(version, asked);
        Policy known = timeLimits.get(key);
        if (known == null) {
            known = TimeLimits.read(table(TIME_LIMITS, key.version()), asked, parties);
            timeLimits.put(key, known);
        }
        return known;
    }

    public int latestTimeLimits() {
        return latest.answer(TIME_LIMITS);
    }

    public int latestLadder() {
        return latest.answer(LADDER);
    }

    /**
     * The steps of a ladder, lowest level first.
     *
     * @throws TableNotUsable if a row cannot be followed
     */
    public List<LadderStep> ladder(int version, PolicyCase asked) {
        Key key = new Key(version, asked);
        List<LadderStep> known = ladders.get(key);
        if (known == null) {
            known = Ladders.read(table(LADDER, version), asked);
            ladders.put(key, known);
        }
        return known;
    }

    /** Both tables in given versions. */
    public PolicyTables versions(int timeLimits, int ladder) {
        return new PolicyTables() {
            @Override
            public Policy timeLimit(PolicyCase asked) {
                return Policies.this.timeLimit(timeLimits, asked);
            }

            @Override
            public List<LadderStep> ladder(PolicyCase asked) {
                return Policies.this.ladder(ladder, asked);
            }
        };
    }

    private Table table(String name, int version) {
        return new Table(
                name + " v" + version,
                inputs -> engine.withoutAuthorization(
                        () -> decisions.evaluateDecisionTableByKeyAndVersion(name, version, inputs)));
    }

    private int latest(String name) {
        DecisionDefinition latest = engine.withoutAuthorization(() -> definitions
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(name)
                .latestVersion()
                .singleResult());
        if (latest == null) {
            throw new TableNotUsable(name, "the whole table", "is not deployed: see the folder processes");
        }
        return latest.getVersion();
    }
}
