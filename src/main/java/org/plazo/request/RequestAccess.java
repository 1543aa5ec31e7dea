package org.plazo.request;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plazo.security.Actor;
import org.plazo.security.UserProfile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers other features whether somebody may see a request: by its level and its need-to-know groups. */
@Component
@Transactional(readOnly = true)
public class RequestAccess {

    private static final int MOST_IDS = 1_000;

    private final JdbcClient jdbc;
    private final Requests requests;
    private final AccessClasses classes;
    private final NeedToKnow needToKnow;

    RequestAccess(JdbcClient jdbc, Requests requests, AccessClasses classes, NeedToKnow needToKnow) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.classes = classes;
        this.needToKnow = needToKnow;
    }

    /**
     * The request, for somebody who wants to read it.
     *
     * @throws RequestNotFound if there is none, or the actor may not see it: nobody learns that there is something hidden
     */
    public RequestSummary toRead(String reference, Actor actor) {
        return requests.find(reference)
                .filter(request -> !readable(List.of(request.id()), actor).isEmpty())
                .orElseThrow(() -> new RequestNotFound(reference));
    }

    /** Whether somebody may see requests, or documents, of a level as far as the level is concerned. */
    public boolean mayRead(String classification, Actor actor) {
        return needToKnow.reaches(classification, actor);
    }

    public boolean mayRead(long requestId, Actor actor) {
        return readable(List.of(requestId), actor).contains(requestId);
    }

    /** Those of the people who may see a request; nobody, if there is none. */
    public List<UserProfile> readers(long requestId, Collection<UserProfile> people) {
        return jdbc.sql("select access_class from cooperation_request where id = ?")
                .param(requestId)
                .query(Integer.class)
                .optional()
                .map(classes::of)
                .map(is -> people.stream()
                        .filter(person -> needToKnow.maySee(is, person.asActor()))
                        .toList())
                .orElse(List.of());
    }

    /** The requests that the actor may see, as a condition for statements about other tables. */
    public ReadableRequests readableBy(Actor actor) {
        return ReadableRequests.of(classes.visibleTo(actor));
    }

    /** Those of the requests that the actor may see. */
    public Set<Long> readable(Collection<Long> requestIds, Actor actor) {
        List<Long> ids = requestIds.stream().distinct().toList();
        Visibility visibility = classes.visibleTo(actor);
        if (visibility.everything()) {
            return Set.copyOf(ids);
        }
        Set<Long> readable = new HashSet<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            Map<String, Object> parameters = new HashMap<>();
            String condition = visibility.condition(parameters);
            readable.addAll(jdbc.sql("select id from cooperation_request where id in (:ids) and " + condition)
                    .params(parameters)
                    .param("ids", ids.subList(from, Math.min(from + MOST_IDS, ids.size())))
                    .query(Long.class)
                    .list());
        }
        return readable;
    }
}
