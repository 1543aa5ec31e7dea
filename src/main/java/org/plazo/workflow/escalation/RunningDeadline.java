package org.plazo.workflow.escalation;

import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestSummary;

/** A deadline whose clock runs or is to be reviewed, with its request. */
record RunningDeadline(RequestDeadline deadline, RequestSummary request) {}
