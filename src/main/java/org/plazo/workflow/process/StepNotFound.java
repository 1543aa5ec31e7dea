package org.plazo.workflow.process;

/** The register and the process disagree: the request's process does not stand at the step that a command completes. */
public class StepNotFound extends RuntimeException {

    StepNotFound(String reference, String step) {
        super("The process of " + reference + " has no open step " + step);
    }
}
