package org.plazo.workflow.health;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the start was refused. */
class DatabaseNotUsableAnalyzer extends AbstractFailureAnalyzer<DatabaseNotUsable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseNotUsable cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
