package org.plazo.workflow.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.plazo.workflow.engine.DeploymentGate;
import org.springframework.stereotype.Component;

/** The versions of each file in the engine: one deployment a version, all under the file's name. */
@Component
class Versions {

    private final RepositoryService repository;

    Versions(RepositoryService repository) {
        this.repository = repository;
    }

    int count(String fileName) {
        return deployments(fileName).size();
    }

    /** The content in force. */
    Optional<byte[]> latest(DefinitionFile file) {
        return inForce(file).map(deployment -> {
            try (InputStream content = repository.getResourceAsStream(deployment.getId(), file.name())) {
                return content.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Of a table the one that the engine counts as its latest, else the one deployed last. */
    Optional<Deployment> inForce(DefinitionFile file) {
        if (file.kind() == DefinitionFile.Kind.DECISION) {
            DecisionDefinition table = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(file.id())
                    .latestVersion()
                    .singleResult();
            return Optional.ofNullable(table).map(found -> repository
                    .createDeploymentQuery()
                    .deploymentId(found.getDeploymentId())
                    .singleResult());
        }
        return deployments(file.name()).stream().max(Comparator.comparing(Deployment::getDeploymentTime));
    }

    /** Filtered again under the engine's lock, so that two nodes that start together make one version. */
    void deploy(String fileName, InputStream content) {
        deploy(builder(fileName, content).enableDuplicateFiltering(false));
    }

    /** A version in any case: the engine's filter goes by the time of deployment, and clocks may go back. */
    void deployAnew(String fileName, InputStream content) {
        deploy(builder(fileName, content));
    }

    private DeploymentBuilder builder(String fileName, InputStream content) {
        return repository.createDeployment().name(fileName).source("processes").addInputStream(fileName, content);
    }

    private static void deploy(DeploymentBuilder builder) {
        DeploymentGate.open(builder::deploy);
    }

    private List<Deployment> deployments(String fileName) {
        return repository.createDeploymentQuery().deploymentName(fileName).unlimitedList();
    }
}
