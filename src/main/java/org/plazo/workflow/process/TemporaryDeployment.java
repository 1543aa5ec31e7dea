package org.plazo.workflow.process;

import java.io.File;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.plazo.workflow.engine.EngineCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.FileCopyUtils;

/** Deploys the folder at start until the loader does. */
@Component
class TemporaryDeployment {

    private final RepositoryService definitions;
    private final EngineCalls engine;
    private final File folder;

    TemporaryDeployment(
            RepositoryService definitions, EngineCalls engine, @Value("${plazo.processes-dir}") File folder) {
        this.definitions = definitions;
        this.engine = engine;
        this.folder = folder;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void deploy() {
        engine.withoutAuthorization(() -> {
            for (File file : java.util.Objects.requireNonNull(folder.listFiles())) {
                try {
                    DeploymentBuilder deployment =
                            definitions.createDeployment().name(file.getName());
                    deployment.addInputStream(
                            file.getName(), new java.io.ByteArrayInputStream(FileCopyUtils.copyToByteArray(file)));
                    deployment.enableDuplicateFiltering(true).deploy();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        });
    }
}
