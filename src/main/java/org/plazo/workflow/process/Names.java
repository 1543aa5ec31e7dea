package org.plazo.workflow.process;

import java.util.Locale;
import org.plazo.request.DeadlineKind;

/** The ids in {@code processes/outgoing-request.bpmn} that the product counts on. */
public final class Names {

    /** The process of an outgoing request; its business key is our own reference. */
    public static final String PROCESS = "outgoing-request";

    public static final String REVIEW_REQUEST = "ReviewRequest";
    public static final String CORRECT_REQUEST = "CorrectRequest";
    public static final String DISPATCH_REQUEST = "DispatchRequest";
    public static final String AWAIT_RESPONSE = "AwaitResponse";
    public static final String FOLLOW_UP = "FollowUp";
    public static final String ASSESS_RESPONSE = "AssessResponse";

    /** Messages. */
    public static final String ACKNOWLEDGEMENT_RECEIVED = "AcknowledgementReceived";

    public static final String REQUEST_WITHDRAWN = "RequestWithdrawn";

    /** Routing variables. */
    public static final String APPROVED = "approved";

    public static final String RECEIVED = "received";
    public static final String OUTCOME = "outcome";
    public static final String OUTWARD_ACTION = "outwardAction";

    /** The extension property of a user task that names the deadline it is done for. */
    public static final String DEADLINE_PROPERTY = "deadline";

    private Names() {}

    /** The one timer of a running deadline, such as {@code NextResponseStepDue}. */
    static String timer(DeadlineKind kind) {
        String name = kind.name();
        return "Next" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + "StepDue";
    }
}
