package org.plazo.workflow.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.DefinitionProblem;
import org.plazo.workflow.ProcessFileStatus;
import org.plazo.workflow.ProcessFileStatus.State;
import org.springframework.beans.factory.annotation.Autowired;

@PlazoIT
class ProcessFolderIT {

    private static int runs;

    @Autowired
    private ProcessFolder loader;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private IdentityService identity;

    @TempDir
    private Path folder;

    private String process = "";
    private String decision = "";

    /** Each test has definitions of its own in the database that all share. */
    @BeforeEach
    void writeGoodFiles() throws IOException {
        runs++;
        process = "folder-process-" + runs;
        decision = "folder-decision-" + runs;
        write("good-form.form", GoodFiles.FORM);
        write(process + ".bpmn", GoodFiles.PROCESS);
        write(decision + ".dmn", GoodFiles.DECISION);
        write("notes.txt", "not a definition");
    }

    @Test
    void loadsFormsAndTablesBeforeDiagramsEachUnderItsOwnName() {
        List<ProcessFileStatus> statuses = loader.load(folder);

        assertThat(statuses)
                .extracting(ProcessFileStatus::file)
                .containsExactly("good-form.form", decision + ".dmn", process + ".bpmn");
        assertThat(statuses).allSatisfy(s -> assertThat(s.state()).isNotEqualTo(State.REFUSED));
        assertThat(versions(process)).isEqualTo(1);
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentName(process + ".bpmn")
                        .count())
                .isOne();
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decision)
                        .count())
                .isOne();
    }

    @Test
    void makesNoVersionOfWhatIsUnchangedOrOnlyLaidOutAnew() throws IOException {
        loader.load(folder);
        assertThat(state(process)).isEqualTo(State.UNCHANGED);

        write(process + ".bpmn", GoodFiles.PROCESS.replace("x='1'", "x='700'"));
        assertThat(state(process)).isEqualTo(State.UNCHANGED);
        assertThat(versions(process)).isEqualTo(1);
    }

    @Test
    void makesOneVersionOfOneChangedFile() throws IOException {
        loader.load(folder);
        write(process + ".bpmn", GoodFiles.PROCESS.replace("Do the work", "Do all the work"));

        Map<String, ProcessFileStatus> statuses = byFile();

        assertThat(statuses.get(process + ".bpmn"))
                .isEqualTo(new ProcessFileStatus(process + ".bpmn", State.LOADED, 2, List.of()));
        assertThat(statuses.get(decision + ".dmn").state()).isEqualTo(State.UNCHANGED);
        assertThat(versions(process)).isEqualTo(2);
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decision)
                        .count())
                .isOne();
    }

    @Test
    void goingBackToAnEarlierContentIsAVersionAgain() throws IOException {
        loader.load(folder);
        write(process + ".bpmn", GoodFiles.PROCESS.replace("Do the work", "Do all the work"));
        loader.load(folder);
        write(process + ".bpmn", GoodFiles.PROCESS);

        assertThat(byFile().get(process + ".bpmn").version()).isEqualTo(3);
    }

    @Test
    void refusesAFaultyFileKeepsTheLastGoodVersionAndLoadsTheOthers() throws IOException {
        loader.load(folder);
        write(
                process + ".bpmn",
                GoodFiles.PROCESS.replace(
                        "<bpmn:endEvent id=\"WorkEnded\" name=\"Work ended\"/>",
                        "<bpmn:endEvent id=\"WorkEnded\" name=\"Work ended\"/>"
                                + "<bpmn:scriptTask id=\"RunScript\" name=\"Script\" scriptFormat=\"javascript\"/>"));
        write(decision + ".dmn", GoodFiles.DECISION.replace("<text>3</text>", "<text>4</text>"));

        Map<String, ProcessFileStatus> statuses = byFile();

        ProcessFileStatus refused = statuses.get(process + ".bpmn");
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.version()).isEqualTo(1);
        assertThat(refused.problems()).contains(DefinitionProblem.of("RunScript", "script", "scriptTask"));
        assertThat(versions(process)).isEqualTo(1);
        assertThat(statuses.get(decision + ".dmn").version()).isEqualTo(2);
    }

    @Test
    void refusesADiagramWhoseFormWasNeverGood() throws IOException {
        String form = "never-good-" + runs;
        write(form + ".form", GoodFiles.FORM.replace("textfield", "html"));
        write(process + ".bpmn", GoodFiles.PROCESS.replace("FORM-ID", form));

        ProcessFileStatus status = byFile().get(process + ".bpmn");

        assertThat(status.version()).isZero();
        assertThat(status.problems()).containsExactly(DefinitionProblem.of("DoWork", "form.unknown", form));
    }

    @Test
    void survivesFilesOfAnyContent() throws IOException {
        write("empty.bpmn", "");
        write("binary.dmn", "\0\1\2");
        write("list.form", "[]");
        write("entity.bpmn", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>");

        Map<String, ProcessFileStatus> statuses = byFile();

        assertThat(statuses.values())
                .filteredOn(s -> List.of("empty.bpmn", "binary.dmn", "list.form", "entity.bpmn")
                        .contains(s.file()))
                .hasSize(4)
                .allSatisfy(s -> assertThat(s.state()).isEqualTo(State.REFUSED));
        assertThat(versions(process)).isEqualTo(1);
    }

    @Test
    void survivesAMissingFolder() {
        assertThat(loader.load(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void nobodyDeploysByAnotherWayNotEvenAnAdministrator() {
        identity.setAuthentication("somebody", List.of("camunda-admin"));
        try {
            assertThatThrownBy(() -> repository
                            .createDeployment()
                            .source("processes")
                            .addString(process + ".bpmn", GoodFiles.PROCESS)
                            .deploy())
                    .isInstanceOf(AuthorizationException.class);
        } finally {
            identity.clearAuthentication();
        }
    }

    private State state(String id) {
        return byFile().get(id + ".bpmn").state();
    }

    private Map<String, ProcessFileStatus> byFile() {
        return loader.load(folder).stream()
                .collect(java.util.stream.Collectors.toMap(ProcessFileStatus::file, status -> status));
    }

    private long versions(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .count();
    }

    private void write(String name, String content) throws IOException {
        Path path = folder.resolve(name);
        if (DefinitionFile.Kind.of(name).isPresent()) {
            Files.write(path, GoodFiles.file(name, content).content());
        } else {
            Files.writeString(path, content);
        }
    }
}
