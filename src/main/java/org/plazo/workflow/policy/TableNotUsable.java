package org.plazo.workflow.policy;

/** A decision table says something that cannot be followed; the message names table, row and reason. */
public class TableNotUsable extends RuntimeException {

    TableNotUsable(String table, String row, String reason) {
        super(table + ", " + row + ": " + reason);
    }
}
