package org.plazo.workflow.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.xml.ModelException;
import org.plazo.workflow.DefinitionProblem;
import org.springframework.stereotype.Component;

/** Reads a decision table as the engine would, without storing anything. */
@Component
public class DecisionParser {

    private final ProcessEngineConfigurationImpl engine;

    DecisionParser(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** What the engine would refuse; empty if it would take the table. */
    public List<DefinitionProblem> check(byte[] table) {
        return engine.getCommandExecutorTxRequired().execute(context -> parse(table));
    }

    private List<DefinitionProblem> parse(byte[] table) {
        try {
            engine.getDmnEngine().parseDecisions(new ByteArrayInputStream(table));
            return List.of();
        } catch (DmnEngineException | ProcessEngineException | ModelException e) {
            return List.of(DefinitionProblem.of(null, "engine", DiagramParser.innermost(e)));
        }
    }
}
