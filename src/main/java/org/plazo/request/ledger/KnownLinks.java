package org.plazo.request.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.LedgerAction;
import org.plazo.request.access.AccessClasses;
import org.plazo.request.access.Visibility;
import org.plazo.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the requests that a reader may not know of out of the entries about links to earlier requests. */
@Component
class KnownLinks {

    private static final String LINKS = "earlierRequests";
    private static final String BETWEEN = "; ";

    private final JdbcClient jdbc;
    private final AccessClasses classes;

    KnownLinks(JdbcClient jdbc, AccessClasses classes) {
        this.jdbc = jdbc;
        this.classes = classes;
    }

    /** An entry that tells of nothing but hidden requests is left out. */
    List<Ledger.Stored> shown(List<Ledger.Stored> entries, Actor reader) {
        Set<String> named = entries.stream()
                .map(Ledger.Stored::entry)
                .filter(KnownLinks::isAboutLinks)
                .flatMap(entry -> Stream.concat(references(entry.from()), references(entry.to())))
                .collect(Collectors.toSet());
        Visibility visibility = named.isEmpty() ? null : classes.visibleTo(reader);
        if (visibility == null || visibility.everything()) {
            return entries;
        }
        Set<String> hidden = new HashSet<>(named);
        hidden.removeAll(known(named, visibility));
        return hidden.isEmpty()
                ? entries
                : entries.stream()
                        .flatMap(each -> without(hidden, each).stream())
                        .toList();
    }

    private List<String> known(Set<String> named, Visibility visibility) {
        Map<String, Object> parameters = new HashMap<>(Map.of("named", named));
        String visible = visibility.condition(parameters);
        return jdbc.sql("select reference from cooperation_request where reference in (:named) and " + visible)
                .params(parameters)
                .query(String.class)
                .list();
    }

    private static Optional<Ledger.Stored> without(Set<String> hidden, Ledger.Stored stored) {
        Ledger.Entry entry = stored.entry();
        if (!isAboutLinks(entry)) {
            return Optional.of(stored);
        }
        String from = without(hidden, entry.from());
        String to = without(hidden, entry.to());
        if (Objects.equals(from, to)) {
            return Optional.empty();
        }
        return Optional.of(new Ledger.Stored(
                stored.id(),
                stored.recordedAt(),
                new Ledger.Entry(
                        entry.requestId(),
                        entry.action(),
                        entry.actor(),
                        entry.effectiveAt(),
                        entry.subject(),
                        from,
                        to,
                        entry.reason())));
    }

    private static @Nullable String without(Set<String> hidden, @Nullable String joined) {
        String left = references(joined)
                .filter(reference -> !hidden.contains(reference))
                .collect(Collectors.joining(BETWEEN));
        return left.isEmpty() ? null : left;
    }

    private static boolean isAboutLinks(Ledger.Entry entry) {
        return entry.action() == LedgerAction.EDITED && LINKS.equals(entry.subject());
    }

    private static Stream<String> references(@Nullable String joined) {
        return joined == null ? Stream.empty() : Arrays.stream(joined.split(BETWEEN));
    }
}
