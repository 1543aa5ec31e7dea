package org.plazo.request.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the fields of a request by their columns. */
@Component
public class FieldRows {

    static final String COLUMNS =
            Arrays.stream(RequestField.values()).map(RequestField::column).collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    FieldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The values of a request; empty fields are left out. */
    public Map<RequestField, String> of(long requestId) {
        return jdbc.sql("select " + COLUMNS + " from cooperation_request where id = ?")
                .param(requestId)
                .query((row, n) -> values(row))
                .single();
    }

    public static Map<RequestField, String> values(ResultSet row) throws SQLException {
        Map<RequestField, String> values = new EnumMap<>(RequestField.class);
        for (RequestField field : RequestField.values()) {
            String value = value(field, row);
            if (value != null && !value.isBlank()) {
                values.put(field, value);
            }
        }
        return values;
    }

    private static @Nullable String value(RequestField field, ResultSet row) throws SQLException {
        return switch (field.type()) {
            case DATE -> {
                LocalDate date = Columns.dateOrNull(row, field.column());
                yield date == null ? null : date.toString();
            }
            case FLAG -> row.getBoolean(field.column()) ? "true" : null;
            default -> row.getString(field.column());
        };
    }

    /** Writes values; those that are null or blank empty their fields. */
    public void write(long requestId, Map<RequestField, @Nullable String> values) {
        if (values.isEmpty()) {
            return;
        }
        Map<String, @Nullable Object> parameters = new HashMap<>();
        values.forEach((field, value) -> parameters.put(field.column(), column(field, value)));
        jdbc.sql("update cooperation_request set " + assignments(values.keySet()) + " where id = :id")
                .params(parameters)
                .param("id", requestId)
                .update();
    }

    private static String assignments(Collection<RequestField> fields) {
        List<String> assignments = fields.stream()
                .map(field -> field.column() + " = :" + field.column())
                .toList();
        return String.join(", ", assignments);
    }

    private static @Nullable Object column(RequestField field, @Nullable String value) {
        boolean empty = value == null || value.isBlank();
        return switch (field.type()) {
            case DATE -> empty ? null : LocalDate.parse(value);
            case FLAG -> "true".equals(value);
            default -> empty ? null : value;
        };
    }
}
