package org.plazo.workflow.task;

import org.plazo.workflow.process.BothLanguages;

/** A form cannot be taken over. The message is what the person reads. */
final class FormRefused extends RuntimeException {

    private FormRefused(String message) {
        super(message);
    }

    private FormRefused(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param reason key below {@code workflow.form.reason} */
    static FormRefused of(String field, String reason) {
        return new FormRefused(name(field) + ": " + BothLanguages.text("workflow.form.reason." + reason, reason));
    }

    /** @param reason in the register's words */
    static FormRefused of(String field, String reason, Throwable cause) {
        return new FormRefused(name(field) + ": " + reason, cause);
    }

    /** @param reason key below {@code workflow.form.refused} */
    static FormRefused because(String reason, Throwable cause) {
        String text = BothLanguages.text("workflow.form.refused." + reason, reason);
        return new FormRefused(text + " (" + cause.getMessage() + ")", cause);
    }

    private static String name(String field) {
        return BothLanguages.text("workflow.form.field." + field, field);
    }
}
