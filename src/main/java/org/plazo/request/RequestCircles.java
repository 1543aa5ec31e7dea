package org.plazo.request;

import java.util.OptionalInt;
import java.util.Set;
import org.plazo.security.Actor;

/**
 * The access classes by their numbers, for features that mark rows of their own with them. A class is open if everybody
 * with a role may see its requests.
 */
public interface RequestCircles {

    /** The class of a request that not everybody may see; empty if it is open, or there is no such request. */
    OptionalInt closedClassOf(String reference);

    /** The closed classes whose requests the actor may see. */
    Set<Integer> closedClassesOf(Actor actor);

    /** All closed classes there are now. */
    Set<Integer> closed();
}
