package org.plazo.workflow.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plazo.support.PlazoIT;
import org.plazo.workflow.DecisionContract;
import org.plazo.workflow.FormContract;
import org.plazo.workflow.ProcessFileStatus;
import org.plazo.workflow.ProcessFileStatus.State;
import org.plazo.workflow.ProcessFiles;
import org.springframework.beans.factory.annotation.Autowired;

/** The processes that come with the product obey its own rules. */
@PlazoIT
class ProcessesIT {

    private static final Path FOLDER = Path.of("processes");

    @Autowired
    private ProcessFiles files;

    @Autowired
    private List<DecisionContract> decisions;

    @Autowired
    private List<FormContract> forms;

    @Test
    void everyFileIsInForce() throws IOException {
        try (Stream<Path> paths = Files.list(FOLDER)) {
            assertThat(files.statuses())
                    .extracting(ProcessFileStatus::file)
                    .containsExactlyInAnyOrderElementsOf(
                            paths.map(path -> path.getFileName().toString()).toList());
        }
        assertThat(files.statuses()).allSatisfy(status -> {
            assertThat(status.problems()).as(status.file()).isEmpty();
            assertThat(status.state()).isNotEqualTo(State.REFUSED);
            assertThat(status.version()).isPositive();
        });
    }

    @Test
    void everyTableAndFormHasCodeThatSaysWhatItReads() throws IOException {
        List<DefinitionFile> found = DefinitionFile.in(FOLDER);
        assertThat(ids(found, DefinitionFile.Kind.DECISION))
                .isSubsetOf(decisions.stream().map(DecisionContract::decisionId).toList());
        assertThat(ids(found, DefinitionFile.Kind.FORM))
                .isSubsetOf(forms.stream().map(FormContract::formId).toList());
    }

    private static List<String> ids(List<DefinitionFile> files, DefinitionFile.Kind kind) {
        return files.stream()
                .filter(file -> file.kind() == kind)
                .map(DefinitionFile::id)
                .collect(Collectors.toList());
    }
}
