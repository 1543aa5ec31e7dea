package org.plazo.security;

/** Lets the system go on with what a person began, in that person's name. */
public interface OnBehalf {

    /** {@link CurrentActor} names the actor while the action runs in this thread. */
    void of(Actor actor, Runnable action);
}
