package org.plazo.workflow;

import java.util.List;

/** The state of every file in the folder of processes, as found when it was last loaded. */
public interface ProcessFiles {

    /** In the order of loading: forms and decision tables first, then diagrams; each by name. */
    List<ProcessFileStatus> statuses();
}
