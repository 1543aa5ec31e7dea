package org.plazo.notification;

import java.util.Optional;

/** Something that waits until an administrator decides. Administrators are told of each version of it by mail, once. */
public interface WaitingDecision {

    enum Topic {
        CALENDARS,
        POLICIES
    }

    Topic topic();

    /** What waits now, in at most 64 characters that are others as soon as it is something else; empty if nothing does. */
    Optional<String> version();
}
