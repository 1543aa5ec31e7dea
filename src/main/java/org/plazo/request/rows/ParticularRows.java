package org.plazo.request.rows;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.plazo.request.FurtherReference;
import org.plazo.request.InvalidInput;
import org.plazo.request.Particulars;
import org.plazo.request.ReferenceSide;
import org.plazo.request.RequestSubject;
import org.plazo.request.access.AccessClasses;
import org.plazo.request.access.Visibility;
import org.plazo.security.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the lists that belong to a request: references, subjects, links to earlier ones. */
@Component
public class ParticularRows {

    private final JdbcClient jdbc;
    private final AccessClasses classes;
    private final CurrentActor reader;

    ParticularRows(JdbcClient jdbc, AccessClasses classes, CurrentActor reader) {
        this.jdbc = jdbc;
        this.classes = classes;
        this.reader = reader;
    }

    public void references(long requestId, List<FurtherReference> references) {
        clear("further_reference", requestId);
        for (int i = 0; i < references.size(); i++) {
            FurtherReference reference = references.get(i);
            jdbc.sql("""
                            insert into further_reference (request_id, position, side, type, number, issuer)
                            values (?, ?, ?, ?, ?, ?)""")
                    .param(requestId)
                    .param(i)
                    .param(reference.side().name())
                    .param(reference.type())
                    .param(reference.number().strip())
                    .param(reference.issuer())
                    .update();
        }
    }

    public List<FurtherReference> references(long requestId) {
        return jdbc.sql("select * from further_reference where request_id = ? order by position")
                .param(requestId)
                .query((row, n) -> new FurtherReference(
                        ReferenceSide.valueOf(row.getString("side")),
                        row.getString("type"),
                        row.getString("number"),
                        row.getString("issuer")))
                .list();
    }

    public void subjects(long requestId, List<RequestSubject> subjects) {
        clear("request_subject", requestId);
        for (int i = 0; i < subjects.size(); i++) {
            RequestSubject subject = subjects.get(i);
            jdbc.sql("""
                            insert into request_subject
                              (request_id, position, kind, role, name, identifiers, details)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .param(requestId)
                    .param(i)
                    .param(subject.kind())
                    .param(subject.role())
                    .param(subject.name().strip())
                    .param(subject.identifiers())
                    .param(subject.details())
                    .update();
        }
    }

    public List<RequestSubject> subjects(long requestId) {
        return jdbc.sql("select * from request_subject where request_id = ? order by position")
                .param(requestId)
                .query((row, n) -> new RequestSubject(
                        row.getString("kind"),
                        row.getString("role"),
                        row.getString("name"),
                        row.getString("identifiers"),
                        row.getString("details")))
                .list();
    }

    /**
     * Links earlier requests.
     *
     * @throws InvalidInput if there is none with such a reference that the actor may see, or it is the request itself
     */
    public void earlierRequests(long requestId, Collection<String> references) {
        Visibility visibility = classes.visibleTo(reader.get());
        unlinkVisible(requestId, visibility);
        for (String reference : new HashSet<>(references)) {
            record Found(long id, int accessClass) {}
            long earlier = jdbc.sql("select id, access_class from cooperation_request where reference = ?")
                    .param(reference)
                    .query((row, n) -> new Found(row.getLong("id"), row.getInt("access_class")))
                    .optional()
                    .filter(found -> visibility.includes(found.accessClass()))
                    .map(Found::id)
                    .orElseThrow(
                            () -> new InvalidInput("earlierRequests", "there is no request " + shortened(reference)));
            if (earlier == requestId) {
                throw new InvalidInput("earlierRequests", "names the request itself");
            }
            jdbc.sql("insert into earlier_request (request_id, earlier_id) values (?, ?)")
                    .param(requestId)
                    .param(earlier)
                    .update();
        }
    }

    /** Links that the reader cannot see are not his to remove. */
    private void unlinkVisible(long requestId, Visibility visibility) {
        Map<String, Object> parameters = new HashMap<>(Map.of("id", requestId));
        String visible = visibility.condition(parameters);
        jdbc.sql("delete from earlier_request where request_id = :id and earlier_id in"
                        + " (select id from cooperation_request where " + visible + ")")
                .params(parameters)
                .update();
    }

    /** References of the linked requests that the reader may see. */
    public List<String> earlierRequests(long requestId) {
        return linked("earlier.request_id = :id and r.id = earlier.earlier_id", requestId);
    }

    /** References of the requests that follow this one up, as far as the reader may see them. */
    public List<String> laterRequests(long requestId) {
        return linked("earlier.earlier_id = :id and r.id = earlier.request_id", requestId);
    }

    private List<String> linked(String join, long requestId) {
        Visibility visibility = classes.visibleTo(reader.get());
        record Found(String reference, int accessClass) {}
        return jdbc
                .sql("select r.reference, r.access_class from earlier_request earlier, cooperation_request r where "
                        + join + " order by r.reference")
                .param("id", requestId)
                .query((row, n) -> new Found(row.getString("reference"), row.getInt("access_class")))
                .list()
                .stream()
                .filter(found -> visibility.includes(found.accessClass()))
                .map(Found::reference)
                .toList();
    }

    /** The circles of an access class, in order. */
    public List<String> needToKnow(int accessClass) {
        return classes.of(accessClass).needToKnow().stream().sorted().toList();
    }

    /** Puts other measures in the place of those that a request has; none of them has an outcome yet. */
    public void measures(long requestId, List<String> measures) {
        clear("measure", requestId);
        for (int i = 0; i < measures.size(); i++) {
            jdbc.sql("insert into measure (request_id, position, description) values (?, ?, ?)")
                    .param(requestId)
                    .param(i)
                    .param(measures.get(i).strip())
                    .update();
        }
    }

    public List<String> measures(long requestId) {
        return jdbc.sql("select description from measure where request_id = ? order by position")
                .param(requestId)
                .query(String.class)
                .list();
    }

    public void store(long requestId, Particulars particulars) {
        if (!particulars.references().isEmpty()) {
            references(requestId, particulars.references());
        }
        if (!particulars.subjects().isEmpty()) {
            subjects(requestId, particulars.subjects());
        }
        if (!particulars.earlierRequests().isEmpty()) {
            earlierRequests(requestId, particulars.earlierRequests());
        }
    }

    private void clear(String table, long requestId) {
        jdbc.sql("delete from " + table + " where request_id = ?")
                .param(requestId)
                .update();
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
