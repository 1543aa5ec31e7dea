package org.plazo.workflow.task;

import org.plazo.request.NewRequest;
import org.plazo.request.Urgency;

/** Reads the start forms. */
final class RequestForms {

    private RequestForms() {}

    /** Fields that a form does not have are empty. */
    static NewRequest read(TypedForm form) {
        return new NewRequest(
                form.required("kind"),
                form.required("requestingAuthority"),
                form.required("requestedAuthority"),
                form.required("legalBasis"),
                form.required("crimeArea"),
                form.required("label"),
                form.text("facts"),
                form.text("purpose"),
                form.lines("measures"),
                form.choice("urgency", Urgency.class),
                form.text("urgencyReason"),
                form.text("classification"),
                form.date("datedOn"),
                form.date("requestedOn"),
                form.text("theirReference"),
                null);
    }
}
