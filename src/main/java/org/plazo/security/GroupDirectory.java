package org.plazo.security;

/** Groups of users that are not roles. */
public interface GroupDirectory {

    /**
     * Makes a group unless there is one with this id.
     *
     * @param name as administrators read it, in both languages
     */
    void ensure(String id, String name);
}
