package org.plazo.workflow.process;

import java.util.Locale;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;

/** The ids in the diagrams of requests that the product counts on. */
public final class Names {

    /** The process of an outgoing request; its business key is our own reference. */
    public static final String OUTGOING_PROCESS = "outgoing-request";

    /** The process of an incoming request; its business key is our own reference. */
    public static final String INCOMING_PROCESS = "incoming-request";

    public static final String REVIEW_REQUEST = "ReviewRequest";
    public static final String CORRECT_REQUEST = "CorrectRequest";
    public static final String DISPATCH_REQUEST = "DispatchRequest";
    public static final String AWAIT_RESPONSE = "AwaitResponse";
    public static final String FOLLOW_UP = "FollowUp";
    public static final String ASSESS_RESPONSE = "AssessResponse";
    public static final String SUPPLY_MISSING = "SupplyMissing";

    public static final String EXAMINE_REQUEST = "ExamineRequest";
    public static final String REGISTER_REQUEST = "RegisterRequest";
    public static final String DECIDE_ADMISSIBILITY = "DecideAdmissibility";
    public static final String RECORD_INFORMATION = "RecordInformation";
    public static final String ACKNOWLEDGE_RECEIPT = "AcknowledgeReceipt";
    public static final String CONFIRM_RECEIPT = "ConfirmReceipt";
    public static final String ASSIGN_AGENCY = "AssignAgency";
    public static final String EXECUTE_MEASURE = "ExecuteMeasure";
    public static final String DRAFT_RESPONSE = "DraftResponse";
    public static final String CLEAR_RESPONSE = "ClearResponse";
    public static final String SEND_RESPONSE = "SendResponse";

    /** Messages. */
    public static final String ACKNOWLEDGEMENT_RECEIVED = "AcknowledgementReceived";

    public static final String SUPPLY_ASKED = "SupplyAsked";
    public static final String REQUEST_WITHDRAWN = "RequestWithdrawn";

    /** Routing variables. */
    public static final String APPROVED = "approved";

    public static final String RECEIVED = "received";
    public static final String OUTCOME = "outcome";
    public static final String OUTWARD_ACTION = "outwardAction";
    public static final String ADMISSIBILITY = "admissibility";
    public static final String CLEARED = "cleared";

    /** Of a task for one measure: its position in the request, from 1. */
    public static final String MEASURE = "measure";

    /** Kept from one round of the follow-up to the next. */
    public static final String KEPT_FOLLOW_UP_DATE = "keptFollowUpDate";

    public static final String KEPT_ASSIGNEE = "keptAssignee";

    /** The extension property of a user task that names the deadline it is done for. */
    public static final String DEADLINE_PROPERTY = "deadline";

    private Names() {}

    /** The processes of requests. */
    public static String[] processes() {
        return new String[] {OUTGOING_PROCESS, INCOMING_PROCESS};
    }

    /** The process that a request of this direction has. */
    public static String process(Direction direction) {
        return direction == Direction.OUTGOING ? OUTGOING_PROCESS : INCOMING_PROCESS;
    }

    /** The one timer of a running deadline, such as {@code NextResponseStepDue}. */
    static String timer(DeadlineKind kind) {
        String name = kind.name();
        return "Next" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + "StepDue";
    }
}
