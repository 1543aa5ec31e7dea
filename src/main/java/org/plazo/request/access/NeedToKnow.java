package org.plazo.request.access;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.plazo.request.Classification;
import org.plazo.request.CodeList;
import org.plazo.request.Coded;
import org.plazo.request.Parties;
import org.plazo.request.access.AccessClasses.AccessClass;
import org.plazo.security.Actor;
import org.plazo.security.GroupDirectory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Who may see what: his groups must reach the level, and if the request names need-to-know groups he must be in one of
 * them. The configuration says which groups reach which level. Roles alone open nothing that is not theirs; an
 * administrator sees no case because he is one.
 */
@Component
public class NeedToKnow implements SmartInitializingSingleton {

    private final Parties parties;
    private final GroupDirectory groups;

    NeedToKnow(Parties parties, GroupDirectory groups) {
        this.parties = parties;
        this.groups = groups;
    }

    /** Makes the groups that the configuration names, so that an administrator finds them. */
    @Override
    public void afterSingletonsInstantiated() {
        for (Classification level : parties.classifications()) {
            level.groups().forEach(group -> groups.ensure(group, group));
        }
        for (Coded circle : CodeList.NEED_TO_KNOW.of(parties)) {
            groups.ensure(
                    groupOf(circle.code()),
                    circle.name().en() + " / " + circle.name().es());
        }
    }

    /** The group of users whose id belongs to a need-to-know code. */
    static String groupOf(String code) {
        return code.toLowerCase(Locale.ROOT).replace("_", "");
    }

    public boolean maySee(AccessClass is, Actor actor) {
        return reaches(is.classification(), actor)
                && (is.needToKnow().isEmpty()
                        || is.needToKnow().stream()
                                .anyMatch(code -> actor.groups().contains(groupOf(code))));
    }

    /** Whether the actor's groups reach a level. One that the configuration no longer knows counts as the highest. */
    boolean reaches(String classification, Actor actor) {
        if (actor.equals(Actor.SYSTEM)) {
            return true;
        }
        if (actor.roles().isEmpty()) {
            return false;
        }
        List<Classification> levels = parties.classifications();
        int level = levels.size() - 1;
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).code().equals(classification)) {
                level = i;
            }
        }
        return levels.get(level).groups().isEmpty()
                || levels.subList(level, levels.size()).stream()
                        .anyMatch(each -> !Collections.disjoint(each.groups(), actor.groups()));
    }
}
