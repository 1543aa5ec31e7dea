package org.plazo.request.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.plazo.request.Direction;
import org.plazo.request.Lifecycle;
import org.plazo.request.Parties;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.plazo.request.Urgency;
import org.plazo.request.rows.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads summaries. */
@Component
@Transactional(readOnly = true)
class JdbcRequests implements Requests {

    private static final String SELECT = """
            select id, reference, direction, lifecycle, urgency, crime_area, requesting_authority, requested_authority,
                   executing_agency, handler, classification, dispatched_at, received_at, acknowledged_at, last_contact_at,
                   (select count(*) from measure where request_id = cooperation_request.id) as measures
            from cooperation_request""";

    /** A database may limit how many values one statement takes. */
    private static final int MOST_IDS = 1_000;

    private final JdbcClient jdbc;
    private final Parties parties;

    JdbcRequests(JdbcClient jdbc, Parties parties) {
        this.jdbc = jdbc;
        this.parties = parties;
    }

    @Override
    public Optional<RequestSummary> find(long requestId) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(requestId)
                .query((row, n) -> summary(row))
                .optional();
    }

    @Override
    public Optional<RequestSummary> find(String reference) {
        return jdbc.sql(SELECT + " where reference = ?")
                .param(reference)
                .query((row, n) -> summary(row))
                .optional();
    }

    @Override
    public List<Integer> pendingMeasures(String reference) {
        return jdbc.sql("""
                        select m.position from measure m join cooperation_request r on r.id = m.request_id
                        where r.reference = ? and m.outcome is null order by m.position
                        """)
                .param(reference)
                .query((row, n) -> row.getInt("position") + 1)
                .list();
    }

    @Override
    public List<RequestSummary> findAll(Collection<Long> requestIds) {
        List<Long> ids = requestIds.stream().distinct().toList();
        List<RequestSummary> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            found.addAll(jdbc.sql(SELECT + " where id in (:ids)")
                    .param("ids", ids.subList(from, Math.min(from + MOST_IDS, ids.size())))
                    .query((row, n) -> summary(row))
                    .list());
        }
        return found;
    }

    private RequestSummary summary(ResultSet row) throws SQLException {
        return new RequestSummary(
                row.getLong("id"),
                row.getString("reference"),
                Direction.valueOf(row.getString("direction")),
                Lifecycle.valueOf(row.getString("lifecycle")),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("crime_area"),
                row.getString("requesting_authority"),
                row.getString("requested_authority"),
                row.getString("executing_agency"),
                row.getString("handler"),
                parties.isRestricted(row.getString("classification")),
                Columns.instantOrNull(row, "dispatched_at"),
                Columns.instantOrNull(row, "received_at"),
                Columns.instantOrNull(row, "acknowledged_at"),
                Columns.instantOrNull(row, "last_contact_at"),
                row.getInt("measures"));
    }
}
