package org.plazo.workflow.policy;

/** What an escalation step asks our own people to do towards the counterpart. */
public enum OutwardAction {
    NONE,
    /** A task: send a reminder. */
    REMINDER,
    /** A task: have a note verbale delivered. */
    NOTE_VERBALE,
    /** No task: the request goes on the next dialogue meeting's agenda, also when no meeting is scheduled. */
    DIALOGUE_AGENDA
}
