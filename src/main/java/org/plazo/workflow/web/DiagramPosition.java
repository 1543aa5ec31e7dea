package org.plazo.workflow.web;

import java.util.List;

/**
 * Where a process stands.
 *
 * @param version of the diagram; 0 if no diagram was ever deployed
 * @param current ids of the elements it stands at, apart from timers; of an ended one the end event; none for a draft
 * @param timers ids of the timers that wait
 * @param passed ids of the elements it has been through, each once
 */
record DiagramPosition(int version, List<String> current, List<String> timers, List<String> passed, boolean ended) {}
