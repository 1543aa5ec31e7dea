package org.plazo.request.access;

import java.util.List;
import org.plazo.request.RequestNotFound;
import org.plazo.request.access.AccessClasses.AccessClass;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** To whom a request can be given: people with the role HANDLER who may see it. */
@Component
@Transactional(readOnly = true)
public class Handlers {

    private static final int MOST = 500;

    private final UserDirectory users;
    private final JdbcClient jdbc;
    private final AccessClasses classes;
    private final NeedToKnow needToKnow;

    Handlers(UserDirectory users, JdbcClient jdbc, AccessClasses classes, NeedToKnow needToKnow) {
        this.users = users;
        this.jdbc = jdbc;
        this.classes = classes;
        this.needToKnow = needToKnow;
    }

    /** All handlers, ordered by id, at most 500: more do not fit into a choice. */
    public List<UserProfile> all() {
        return users.inRole(Role.HANDLER).stream().limit(MOST).toList();
    }

    /**
     * The handlers who may see a request, likewise.
     *
     * @throws RequestNotFound if there is none that the actor may see
     */
    public List<UserProfile> whoMaySee(String reference, Actor actor) {
        AccessClass is = jdbc.sql("select access_class from cooperation_request where reference = ?")
                .param(reference)
                .query(Integer.class)
                .optional()
                .map(classes::of)
                .filter(found -> needToKnow.maySee(found, actor))
                .orElseThrow(() -> new RequestNotFound(reference));
        return users.inRole(Role.HANDLER).stream()
                .filter(user -> needToKnow.maySee(is, user.asActor()))
                .limit(MOST)
                .toList();
    }
}
