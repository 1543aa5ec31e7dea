package org.plazo.request.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plazo.request.RegisterRow;

/** The columns of the exported register for programs: keys as in the API's list, codes, instants in UTC. */
final class RequestCodesCsv {

    private static final Map<String, Function<RegisterRow, @Nullable Object>> COLUMNS = columns();

    private RequestCodesCsv() {}

    static List<String> header() {
        return List.copyOf(COLUMNS.keySet());
    }

    static List<@Nullable Object> cells(RegisterRow row) {
        List<@Nullable Object> cells = new ArrayList<>();
        COLUMNS.values().forEach(column -> cells.add(column.apply(row)));
        return cells;
    }

    private static Map<String, Function<RegisterRow, @Nullable Object>> columns() {
        Map<String, Function<RegisterRow, @Nullable Object>> columns = new LinkedHashMap<>();
        columns.put("reference", RegisterRow::reference);
        columns.put("direction", RegisterRow::direction);
        columns.put("theirReference", RegisterRow::theirReference);
        columns.put("kind", RegisterRow::kind);
        columns.put("requestingAuthority", RegisterRow::requestingAuthority);
        columns.put("requestedAuthority", RegisterRow::requestedAuthority);
        columns.put("crimeArea", RegisterRow::crimeArea);
        columns.put("label", RegisterRow::label);
        columns.put("urgency", RegisterRow::urgency);
        columns.put("lifecycle", RegisterRow::lifecycle);
        columns.put("outcome", RegisterRow::outcome);
        columns.put("timeliness", RegisterRow::timeliness);
        columns.put("handler", RegisterRow::handler);
        columns.put("dispatchedAt", RegisterRow::dispatchedAt);
        columns.put("receivedAt", RegisterRow::receivedAt);
        columns.put("runningDeadline", RegisterRow::runningDeadline);
        columns.put("dueOn", RegisterRow::dueOn);
        columns.put("dueAt", RegisterRow::dueAt);
        return columns;
    }
}
