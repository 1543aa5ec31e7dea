package org.plazo.request.bulk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plazo.request.Lifecycle;
import org.plazo.request.RegisterFilter;
import org.plazo.request.RegisterPage;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RegisterRow;
import org.plazo.request.RegisterSort;
import org.plazo.request.RequestAccess;
import org.plazo.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests that somebody has chosen; hidden ones and such as do not exist are left out alike. */
@Component
@Transactional(readOnly = true)
public class BulkSelection {

    private final RegisterQueries register;
    private final RequestAccess access;
    private final JdbcClient jdbc;

    BulkSelection(RegisterQueries register, RequestAccess access, JdbcClient jdbc) {
        this.register = register;
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * What a filter finds.
     *
     * @param total of all that it finds
     * @param rows the first of them, at most {@value BulkRequests#MOST}
     */
    public record Found(long total, List<BulkRow> rows) {}

    private record Numbered(long id, BulkRow row) {}

    /** In the order of a list. */
    public Found matching(RegisterFilter filter, RegisterSort sort, Actor actor) {
        RegisterPage page = register.list(filter, sort, 0, BulkRequests.MOST);
        return new Found(
                page.total(),
                rows(page.items().stream().map(RegisterRow::reference).toList(), actor));
    }

    /** In the order of the references, of which there are at most {@value BulkRequests#MOST}. */
    public List<BulkRow> rows(Collection<String> references, Actor actor) {
        if (references.isEmpty()) {
            return List.of();
        }
        Map<String, Numbered> found = jdbc
                .sql("""
                        select id, reference, version, label, requested_authority, lifecycle, handler
                        from cooperation_request where reference in (:references)""")
                .param("references", references)
                .query((row, n) -> new Numbered(
                        row.getLong("id"),
                        new BulkRow(
                                row.getString("reference"),
                                row.getLong("version"),
                                row.getString("label"),
                                row.getString("requested_authority"),
                                Lifecycle.valueOf(row.getString("lifecycle")),
                                row.getString("handler"))))
                .list()
                .stream()
                .collect(Collectors.toMap(each -> each.row().reference(), Function.identity()));
        Set<Long> readable =
                access.readable(found.values().stream().map(Numbered::id).toList(), actor);
        return references.stream()
                .distinct()
                .map(found::get)
                .filter(each -> each != null && readable.contains(each.id()))
                .map(Numbered::row)
                .toList();
    }
}
