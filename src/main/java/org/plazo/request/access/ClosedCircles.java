package org.plazo.request.access;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.plazo.request.RequestCircles;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps in mind which of the access classes are open. */
@Component
@Transactional(readOnly = true)
class ClosedCircles implements RequestCircles {

    /** Somebody with the least that a role gives: what he sees is open. Each role is tried, for roles are groups too. */
    private static final List<Actor> LEAST = List.of(Role.values()).stream()
            .map(role -> new Actor("", Set.of(role)))
            .toList();

    private final JdbcClient jdbc;
    private final AccessClasses classes;
    private final NeedToKnow needToKnow;
    /** A class never changes what it is, nor does the configuration while the application runs. */
    private final Map<Integer, Boolean> open = new ConcurrentHashMap<>();

    ClosedCircles(JdbcClient jdbc, AccessClasses classes, NeedToKnow needToKnow) {
        this.jdbc = jdbc;
        this.classes = classes;
        this.needToKnow = needToKnow;
    }

    @Override
    public OptionalInt closedClassOf(String reference) {
        return jdbc.sql("select access_class from cooperation_request where reference = ?")
                .param(reference)
                .query(Integer.class)
                .optional()
                .filter(id -> !isOpen(id))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    @Override
    public Set<Integer> closedClassesOf(Actor actor) {
        return closed().stream()
                .filter(id -> needToKnow.maySee(classes.of(id), actor))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<Integer> closed() {
        Set<Integer> ids = new HashSet<>(
                jdbc.sql("select id from access_class").query(Integer.class).list());
        ids.removeIf(this::isOpen);
        return ids;
    }

    private boolean isOpen(int id) {
        return open.computeIfAbsent(
                id, each -> LEAST.stream().allMatch(role -> needToKnow.maySee(classes.of(each), role)));
    }
}
