package org.plazo.workflow.escalation;

import org.plazo.request.DeadlineKind;

/**
 * A step that was taken and of which nobody has been told, because none of the people concerned may know of the request.
 *
 * @param id of its row
 */
record UnheardStep(long id, String reference, DeadlineKind kind, int generation, String step) {}
