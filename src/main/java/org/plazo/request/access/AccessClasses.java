package org.plazo.request.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.plazo.security.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The few combinations of a level and need-to-know groups that are in use. Every request belongs to one, so that what
 * somebody may see is a short list of numbers and not a question asked row by row.
 */
@Component
public class AccessClasses {

    private final JdbcClient jdbc;
    private final NeedToKnow needToKnow;
    private final TransactionTemplate apart;
    private final Map<AccessClass, Integer> known = new ConcurrentHashMap<>();

    AccessClasses(JdbcClient jdbc, NeedToKnow needToKnow, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.needToKnow = needToKnow;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A level, and the codes of the groups of which one is needed; empty: none is. */
    public record AccessClass(String classification, Set<String> needToKnow) {

        public AccessClass {
            needToKnow = Set.copyOf(needToKnow);
        }

        String groups() {
            return String.join(",", new TreeSet<>(needToKnow));
        }
    }

    private record Row(int id, AccessClass is) {}

    /** The number of a class, which is there from now on whatever becomes of the caller's transaction. */
    public int idOf(String classification, Collection<String> groups) {
        AccessClass asked = new AccessClass(classification, Set.copyOf(groups));
        Integer id = known.get(asked);
        if (id == null) {
            id = find(asked).stream().findFirst().orElseGet(() -> make(asked));
            known.put(asked, id);
        }
        return id;
    }

    private int make(AccessClass is) {
        try {
            apart.executeWithoutResult(
                    status -> jdbc.sql("insert into access_class (classification, need_to_know) values (?, ?)")
                            .param(is.classification())
                            .param(is.groups())
                            .update());
        } catch (DuplicateKeyException somebodyElseWasFirst) {
            // it is there: exactly what is wanted
        }
        return find(is).get(0);
    }

    private List<Integer> find(AccessClass is) {
        return jdbc.sql("select id from access_class where classification = ? and need_to_know = ?")
                .param(is.classification())
                .param(is.groups())
                .query(Integer.class)
                .list();
    }

    public AccessClass of(int id) {
        return rows().stream()
                .filter(row -> row.id() == id)
                .map(Row::is)
                .findFirst()
                .orElseThrow();
    }

    /** What the actor may see, read anew each time: other nodes make classes too. */
    public Visibility visibleTo(Actor actor) {
        if (actor.equals(Actor.SYSTEM)) {
            return Visibility.EVERYTHING;
        }
        List<Row> rows = rows();
        Set<Integer> visible = rows.stream()
                .filter(row -> needToKnow.maySee(row.is(), actor))
                .map(Row::id)
                .collect(Collectors.toSet());
        boolean all = !rows.isEmpty() && visible.size() == rows.size();
        return new Visibility(false, visible, all ? rows.get(rows.size() - 1).id() : null);
    }

    private List<Row> rows() {
        return jdbc.sql("select id, classification, need_to_know from access_class order by id")
                .query((row, n) -> new Row(
                        row.getInt("id"),
                        new AccessClass(row.getString("classification"), codes(row.getString("need_to_know")))))
                .list();
    }

    static Set<String> codes(String joined) {
        return joined.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(joined.split(",")));
    }
}
