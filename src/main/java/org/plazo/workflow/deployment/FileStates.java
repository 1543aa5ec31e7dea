package org.plazo.workflow.deployment;

import java.util.List;
import org.plazo.workflow.ProcessFileStatus;
import org.plazo.workflow.ProcessFileStatus.State;
import org.plazo.workflow.ProcessFiles;
import org.springframework.stereotype.Component;

/** What became of the files when they were last loaded, or published since. */
@Component
class FileStates implements ProcessFiles {

    private volatile List<ProcessFileStatus> statuses = List.of();

    @Override
    public List<ProcessFileStatus> statuses() {
        return statuses;
    }

    void loaded(List<ProcessFileStatus> all) {
        statuses = List.copyOf(all);
    }

    void published(String file, int version) {
        statuses = statuses.stream()
                .map(status -> status.file().equals(file)
                        ? new ProcessFileStatus(file, State.LOADED, version, List.of())
                        : status)
                .toList();
    }
}
