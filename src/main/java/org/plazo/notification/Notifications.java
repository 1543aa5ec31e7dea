package org.plazo.notification;

/** The outbox: what is written here in a transaction is told once, after the transaction has committed. */
public interface Notifications {

    /**
     * Writes a notification unless one with the same deadline, generation, step and recipient is there already.
     *
     * @return whether it was new
     */
    boolean enqueue(NewNotification notification);
}
