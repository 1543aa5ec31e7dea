package org.plazo.workflow.health;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the start was refused. */
class UnsafeDatabaseAnalyzer extends AbstractFailureAnalyzer<UnsafeDatabase> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeDatabase cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Add ;WRITE_DELAY=0 to the JDBC URL (spring.datasource.url).", cause);
    }
}
