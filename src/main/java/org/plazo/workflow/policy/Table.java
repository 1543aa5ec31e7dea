package org.plazo.workflow.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;

/** One version of a decision table that is asked by direction, kind of deadline and urgency. */
record Table(String name, Evaluation evaluation) {

    /** Asks the decision table itself, in the engine or outside it. */
    @FunctionalInterface
    interface Evaluation {

        DmnDecisionTableResult with(Map<String, Object> inputs);
    }

    List<Row> rows(PolicyCase asked) {
        DmnDecisionTableResult result = evaluation.with(asked.inputs());
        List<Row> rows = new ArrayList<>();
        for (DmnDecisionRuleResult entries : result) {
            String row = "row " + (rows.size() + 1) + " of those for " + asked;
            rows.add(new Row(name, row, entries.getEntryMap()));
        }
        return rows;
    }
}
