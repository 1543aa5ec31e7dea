package org.plazo.security;

/** Tells who is acting in the current thread. */
public interface CurrentActor {

    /** The logged-in person, or {@link Actor#SYSTEM} where nobody is logged in (timers, start-up). */
    Actor get();
}
