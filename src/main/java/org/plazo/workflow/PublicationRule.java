package org.plazo.workflow;

/** May keep a faultless changed file of the folder of processes from coming into force at start. */
@FunctionalInterface
public interface PublicationRule {

    /** @param file its name, such as {@code time-limits.dmn}, of which an earlier version is in force */
    boolean waits(String file, byte[] content);
}
