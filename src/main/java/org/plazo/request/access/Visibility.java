package org.plazo.request.access;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The requests that somebody may see, as a condition for statements.
 *
 * @param everything nothing is hidden, now or later: the system itself
 * @param classes else the access classes that he sees
 * @param upTo if he sees all classes there are: the highest number of one, which is a shorter question
 */
public record Visibility(
        boolean everything, Set<Integer> classes, @Nullable Integer upTo) {

    static final Visibility EVERYTHING = new Visibility(true, Set.of(), null);

    public Visibility {
        classes = Set.copyOf(classes);
    }

    /** A condition on {@code access_class}; puts the parameters that it needs into the map. */
    public String condition(Map<String, Object> parameters) {
        if (everything) {
            return "1 = 1";
        }
        if (classes.isEmpty()) {
            return "1 = 0";
        }
        if (upTo != null) {
            parameters.put("highestClass", upTo);
            return "access_class <= :highestClass";
        }
        parameters.put("visibleClasses", classes);
        return "access_class in (:visibleClasses)";
    }

    public boolean includes(int accessClass) {
        return everything || classes.contains(accessClass);
    }
}
