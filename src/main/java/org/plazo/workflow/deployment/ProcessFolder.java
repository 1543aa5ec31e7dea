package org.plazo.workflow.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plazo.workflow.DefinitionProblem;
import org.plazo.workflow.ProcessFileStatus;
import org.plazo.workflow.ProcessFileStatus.State;
import org.plazo.workflow.PublicationRule;
import org.plazo.workflow.deployment.DefinitionFile.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Loads the folder of processes at start, file by file: a changed file becomes a new version for new requests unless a rule
 * lets it wait, an unchanged one stays, a faulty one is refused and told of in the log and in {@link org.plazo.workflow.ProcessFiles}. No file stops the start, and none
 * keeps another from being loaded.
 */
@Component
class ProcessFolder implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessFolder.class);

    private final Path folder;
    private final DefinitionChecks checks;
    private final Versions versions;
    private final List<PublicationRule> rules;
    private final FileStates states;

    ProcessFolder(
            @Value("${plazo.processes-dir}") Path folder,
            DefinitionChecks checks,
            Versions versions,
            List<PublicationRule> rules,
            FileStates states) {
        this.states = states;
        this.rules = rules;
        this.folder = folder;
        this.checks = checks;
        this.versions = versions;
    }

    /** Before timers, schedules and pages run, and when everything that diagrams name can be made. */
    @Override
    public void afterSingletonsInstantiated() {
        states.loaded(load(folder));
    }

    List<ProcessFileStatus> load(Path from) {
        List<DefinitionFile> files;
        try {
            files = DefinitionFile.in(from);
        } catch (IOException e) {
            LOG.error("The folder of processes {} cannot be read; the versions in force stay", from, e);
            return List.of();
        }
        Map<Kind, Set<String>> known = new EnumMap<>(Kind.class);
        List<ProcessFileStatus> loaded = new ArrayList<>();
        for (DefinitionFile file : files) {
            ProcessFileStatus status = load(file, known);
            if (status.version() > 0) {
                known.computeIfAbsent(file.kind(), kind -> new HashSet<>()).add(file.id());
            }
            loaded.add(status);
        }
        return List.copyOf(loaded);
    }

    private ProcessFileStatus load(DefinitionFile file, Map<Kind, Set<String>> known) {
        List<DefinitionProblem> problems = checks.check(
                file,
                new KnownDefinitions(
                        known.getOrDefault(Kind.FORM, Set.of()), known.getOrDefault(Kind.DECISION, Set.of())));
        int version = versions.count(file.name());
        if (!problems.isEmpty()) {
            return refused(file, version, problems);
        }
        if (versions.latest(file)
                .filter(latest -> CanonicalContent.same(file.kind(), latest, file.content()))
                .isPresent()) {
            return new ProcessFileStatus(file.name(), State.UNCHANGED, version, List.of());
        }
        if (version > 0 && rules.stream().anyMatch(rule -> rule.waits(file.name(), file.content()))) {
            LOG.warn("{} would move running deadlines and waits for an administrator", file.name());
            return new ProcessFileStatus(file.name(), State.WAITING, version, List.of());
        }
        try {
            versions.deploy(file.name(), new ByteArrayInputStream(file.content()));
        } catch (RuntimeException e) {
            LOG.error("Deploying {} failed", file.name(), e);
            return refused(
                    file, version, List.of(DefinitionProblem.of(null, "engine", String.valueOf(e.getMessage()))));
        }
        int next = versions.count(file.name());
        LOG.info("{} is in force in version {}", file.name(), next);
        return new ProcessFileStatus(file.name(), State.LOADED, next, List.of());
    }

    private static ProcessFileStatus refused(DefinitionFile file, int version, List<DefinitionProblem> problems) {
        String inForce = version == 0 ? "there is no good version" : "version " + version + " stays in force";
        String reasons = problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
        LOG.error("{} is refused, {}:{}", file.name(), inForce, reasons);
        return new ProcessFileStatus(file.name(), State.REFUSED, version, problems);
    }
}
