package org.plazo.workflow.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plazo.workflow.DefinitionProblem;
import org.plazo.workflow.deployment.DefinitionFile.Kind;
import org.plazo.workflow.engine.EngineCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Decision tables as the folder of processes says them now, beside the versions in force. */
@Component
public class TableFiles {

    private final Path folder;
    private final DefinitionChecks checks;
    private final Versions versions;
    private final EngineCalls engine;
    private final FileStates states;

    /** A check takes long, and says the same of the same content. */
    private final Map<String, Checked> checked = new ConcurrentHashMap<>();

    private record Checked(byte[] content, List<DefinitionProblem> problems) {}

    TableFiles(
            @Value("${plazo.processes-dir}") Path folder,
            DefinitionChecks checks,
            Versions versions,
            EngineCalls engine,
            FileStates states) {
        this.states = states;
        this.folder = folder;
        this.checks = checks;
        this.versions = versions;
        this.engine = engine;
    }

    /** What a file is, beside the version in force. */
    public enum State {
        IN_FORCE,
        CHANGED,
        BROKEN,
        MISSING
    }

    /**
     * One file, read now.
     *
     * @param id of the table; the file is called so too
     * @param version the one in force; 0: there is none
     * @param since when that came into force
     * @param content of the file; empty if it is MISSING
     * @param problems why a BROKEN one cannot be used
     */
    public record TableFile(
            String id,
            State state,
            int version,
            @Nullable Instant since,
            byte[] content,
            List<DefinitionProblem> problems) {

        public TableFile {
            problems = List.copyOf(problems);
        }
    }

    public TableFile read(String id) {
        String name = id + ".dmn";
        byte[] content;
        try {
            content = Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            return file(new DefinitionFile(name, Kind.DECISION, new byte[0]), State.MISSING, List.of());
        }
        DefinitionFile file = new DefinitionFile(name, Kind.DECISION, content);
        List<DefinitionProblem> problems = problems(file);
        if (!problems.isEmpty()) {
            return file(file, State.BROKEN, problems);
        }
        boolean same = engine.withoutAuthorization(() -> versions.latest(file)
                .filter(latest -> CanonicalContent.same(Kind.DECISION, latest, content))
                .isPresent());
        return file(file, same ? State.IN_FORCE : State.CHANGED, List.of());
    }

    /** The version in force; 0: there is none. */
    public int version(String id) {
        return engine.withoutAuthorization(() -> versions.count(id + ".dmn"));
    }

    /** Makes what was read the next version, in the transaction of the caller. */
    public void publish(TableFile file) {
        String name = file.id() + ".dmn";
        engine.withoutAuthorization(() -> {
            versions.deployAnew(name, new ByteArrayInputStream(file.content()));
            states.published(name, versions.count(name));
        });
    }

    private List<DefinitionProblem> problems(DefinitionFile file) {
        Checked before = checked.get(file.name());
        if (before != null && Arrays.equals(before.content(), file.content())) {
            return before.problems();
        }
        List<DefinitionProblem> problems = checks.check(file, new KnownDefinitions(Set.of(), Set.of()));
        checked.put(file.name(), new Checked(file.content(), problems));
        return problems;
    }

    private TableFile file(DefinitionFile file, State state, List<DefinitionProblem> problems) {
        return engine.withoutAuthorization(() -> new TableFile(
                file.id(),
                state,
                versions.count(file.name()),
                versions.inForce(file)
                        .map(deployment -> deployment.getDeploymentTime().toInstant())
                        .orElse(null),
                file.content(),
                problems));
    }
}
