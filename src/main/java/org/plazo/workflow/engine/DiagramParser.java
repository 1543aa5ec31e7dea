package org.plazo.workflow.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.plazo.workflow.DefinitionProblem;
import org.springframework.stereotype.Component;

/** Reads a diagram as the engine would, without storing anything. */
@Component
public class DiagramParser {

    private final ProcessEngineConfigurationImpl engine;

    DiagramParser(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** What the engine, with its guards, would refuse; empty if it would take the diagram. */
    public List<DefinitionProblem> check(String fileName, byte[] diagram) {
        return engine.getCommandExecutorTxRequired().execute(context -> parse(context, fileName, diagram));
    }

    private static List<DefinitionProblem> parse(CommandContext context, String fileName, byte[] diagram) {
        DeploymentEntity deployment = new DeploymentEntity();
        // the engine asks for a time to live only of what is new
        deployment.setNew(true);
        BpmnDeployer deployer = context.getProcessEngineConfiguration().getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .findFirst()
                .orElseThrow();
        try {
            deployer.getBpmnParser()
                    .createParse()
                    .deployment(deployment)
                    .sourceInputStream(new ByteArrayInputStream(diagram))
                    .name(fileName)
                    .execute();
            return List.of();
        } catch (ParseException e) {
            return e.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(DiagramParser::problem)
                    .toList();
        } catch (ProcessEngineException e) {
            // not XML, a document type, an expression the engine cannot read
            return List.of(DefinitionProblem.of(null, "engine", innermost(e)));
        }
    }

    private static DefinitionProblem problem(Problem problem) {
        return problem instanceof GuardedBpmnParse.GrammarProblem ours
                ? ours.problem()
                : DefinitionProblem.of(problem.getMainElementId(), "engine", String.valueOf(problem.getMessage()));
    }

    static String innermost(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .map(t -> String.valueOf(t.getMessage()))
                .orElse("");
    }
}
