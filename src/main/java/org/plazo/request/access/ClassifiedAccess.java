package org.plazo.request.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plazo.request.ReadableRequests;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestNotFound;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.plazo.security.Actor;
import org.plazo.security.UserProfile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares a request's access class with the levels and groups of the person. */
@Component
@Transactional(readOnly = true)
class ClassifiedAccess implements RequestAccess {

    private static final int MOST_IDS = 1_000;

    private final JdbcClient jdbc;
    private final Requests requests;
    private final AccessClasses classes;
    private final NeedToKnow needToKnow;

    ClassifiedAccess(JdbcClient jdbc, Requests requests, AccessClasses classes, NeedToKnow needToKnow) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.classes = classes;
        this.needToKnow = needToKnow;
    }

    @Override
    public RequestSummary toRead(String reference, Actor actor) {
        return requests.find(reference)
                .filter(request -> !readable(List.of(request.id()), actor).isEmpty())
                .orElseThrow(() -> new RequestNotFound(reference));
    }

    @Override
    public boolean mayRead(String classification, Actor actor) {
        return needToKnow.reaches(classification, actor);
    }

    @Override
    public boolean mayRead(long requestId, Actor actor) {
        return readable(List.of(requestId), actor).contains(requestId);
    }

    @Override
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

    @Override
    public ReadableRequests readableBy(Actor actor) {
        Visibility visibility = classes.visibleTo(actor);
        // what is hidden is little or nothing, and asked for once, not for each row
        return (idColumn, parameters) -> visibility.everything()
                ? "1 = 1"
                : idColumn + " not in (select hidden.id from cooperation_request hidden where not ("
                        + visibility.condition(parameters) + "))";
    }

    @Override
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
