package org.plazo.request;

import java.util.Set;
import org.plazo.calendar.LocalizedText;

/**
 * A level of confidentiality.
 *
 * @param restricted a mail about such a request says no more than that there is something, and reading one is logged
 * @param groups ids of the groups whose members may see requests of this level, and of every lower one; empty: everybody
 *     with a role
 */
public record Classification(String code, LocalizedText name, boolean restricted, Set<String> groups) {

    public Classification {
        groups = Set.copyOf(groups);
    }

    public Classification(String code, LocalizedText name, boolean restricted) {
        this(code, name, restricted, Set.of());
    }
}
