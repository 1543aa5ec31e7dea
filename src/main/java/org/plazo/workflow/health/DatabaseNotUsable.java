package org.plazo.workflow.health;

/** The database cannot be reached, or would lose what it has confirmed. */
class DatabaseNotUsable extends RuntimeException {

    private final String remedy;

    DatabaseNotUsable(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
