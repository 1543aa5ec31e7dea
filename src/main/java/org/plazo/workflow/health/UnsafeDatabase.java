package org.plazo.workflow.health;

/** The database would lose what it has confirmed. */
class UnsafeDatabase extends RuntimeException {

    UnsafeDatabase(String message) {
        super(message);
    }
}
