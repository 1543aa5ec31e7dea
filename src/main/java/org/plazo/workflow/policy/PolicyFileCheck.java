package org.plazo.workflow.policy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Parties;
import org.springframework.stereotype.Component;

/** Reads a decision file as the running product would, before it is deployed. */
@Component
public class PolicyFileCheck {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Parties parties;

    PolicyFileCheck(Parties parties) {
        this.parties = parties;
    }

    /** What is wrong with the tables that the product reads, one sentence each; empty for any other decision. */
    public List<String> faults(byte[] dmn) {
        List<String> faults = new ArrayList<>();
        for (DmnDecision decision : engine.parseDecisions(new ByteArrayInputStream(dmn))) {
            Table table = new Table(decision.getKey(), inputs -> engine.evaluateDecisionTable(decision, inputs));
            for (PolicyCase asked : PolicyCase.all()) {
                try {
                    read(table, asked);
                } catch (TableNotUsable | DmnEngineException e) {
                    faults.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return faults.stream().distinct().toList();
    }

    /**
     * Tables as files say them, before they are in force.
     *
     * @param contents faultless files by the ids of their tables
     * @param otherwise is asked for a table that is not among them
     */
    public PolicyTables tables(Map<String, byte[]> contents, PolicyTables otherwise) {
        return new ProposedTables(
                table(Policies.TIME_LIMITS, contents), table(Policies.LADDER, contents), otherwise, parties);
    }

    private @Nullable Table table(String id, Map<String, byte[]> contents) {
        byte[] content = contents.get(id);
        if (content == null) {
            return null;
        }
        DmnDecision decision = engine.parseDecision(id, new ByteArrayInputStream(content));
        return new Table(id, inputs -> engine.evaluateDecisionTable(decision, inputs));
    }

    private void read(Table table, PolicyCase asked) {
        if (table.name().equals(Policies.TIME_LIMITS)) {
            TimeLimits.read(table, asked, parties);
        } else if (table.name().equals(Policies.LADDER)) {
            Ladders.read(table, asked);
        }
    }
}
