package org.plazo.workflow.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
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
    Optional<byte[]> latest(String fileName) {
        return deployments(fileName).stream()
                .max(Comparator.comparing(Deployment::getDeploymentTime))
                .map(deployment -> {
                    try (InputStream content = repository.getResourceAsStream(deployment.getId(), fileName)) {
                        return content.readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** Filtered again under the engine's lock, so that two nodes that start together make one version. */
    void deploy(String fileName, InputStream content) {
        DeploymentGate.open(() -> repository
                .createDeployment()
                .name(fileName)
                .source("processes")
                .enableDuplicateFiltering(false)
                .addInputStream(fileName, content)
                .deploy());
    }

    private List<Deployment> deployments(String fileName) {
        return repository.createDeploymentQuery().deploymentName(fileName).unlimitedList();
    }
}
