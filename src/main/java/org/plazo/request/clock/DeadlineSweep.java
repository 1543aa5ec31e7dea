package org.plazo.request.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.plazo.request.ClockEvent;
import org.plazo.request.RequestDeadline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all deadlines that nobody has stopped, some at a time, in the order of their ids. */
@Component
class DeadlineSweep {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final DeadlineRows rows;

    DeadlineSweep(JdbcClient jdbc, DeadlineRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    private record Row(RequestDeadline deadline, String reference, String authority, String classification) {}

    /** @param taker takes some deadlines at a time, and may keep none */
    void all(Consumer<List<Swept>> taker) {
        long after = 0;
        for (List<Swept> some = after(after, Integer.MAX_VALUE);
                !some.isEmpty();
                some = after(after, Integer.MAX_VALUE)) {
            taker.accept(some);
            after = some.get(some.size() - 1).deadline().id();
        }
    }

    /**
     * The next ones that were computed with older calendars.
     *
     * @param after id of the last one that was read
     */
    List<Swept> after(long after, int calendarVersion) {
        List<Row> found = jdbc.sql("""
                        select d.*, r.reference, r.classification,
                          case when r.direction = 'OUTGOING' then r.requested_authority else r.requesting_authority end
                            as authority
                        from deadline d join cooperation_request r on r.id = d.request_id
                        where d.id > :after and d.state <> 'STOPPED' and d.calendar_version < :version
                        order by d.id limit :most""")
                .param("after", after)
                .param("version", calendarVersion)
                .param("most", AT_ONCE)
                .query((row, n) -> new Row(
                        DeadlineRows.deadline(row),
                        row.getString("reference"),
                        row.getString("authority"),
                        row.getString("classification")))
                .list();
        Map<Long, List<ClockEvent>> events =
                rows.events(found.stream().map(each -> each.deadline().id()).toList());
        List<Swept> swept = new ArrayList<>();
        for (Row row : found) {
            swept.add(new Swept(
                    row.deadline(),
                    row.reference(),
                    row.authority(),
                    row.classification(),
                    events.getOrDefault(row.deadline().id(), List.of())));
        }
        return swept;
    }
}
