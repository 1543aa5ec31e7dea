package org.plazo.workflow;

import java.util.List;

/**
 * What became of one file of the folder of processes.
 *
 * @param file its name, which is also the name of its deployments
 * @param version the version in force, counted from 1; 0 when none was ever good
 * @param problems why the file as it stands is refused; empty otherwise
 */
public record ProcessFileStatus(String file, State state, int version, List<DefinitionProblem> problems) {

    public ProcessFileStatus {
        problems = List.copyOf(problems);
    }

    public enum State {
        /** a new version came into force */
        LOADED,
        /** the version in force says the same, apart from layout */
        UNCHANGED,
        /** faultless, and says something else than the version in force, which stays until somebody publishes it */
        WAITING,
        /** faulty; the last good version stays in force */
        REFUSED
    }
}
