package org.plazo.request.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestField;

/** What a file to import may hold, for people who make one. */
public final class ImportFormat {

    private ImportFormat() {}

    /**
     * A column.
     *
     * @param field of the request that it fills; null if it is none
     */
    public record Column(
            String name, boolean required, @Nullable RequestField field) {}

    /** All columns, in the order of the example; a file may have them in any. */
    public static List<Column> columns() {
        return ImportColumn.ALL.stream()
                .map(column -> new Column(column.header(), column.isRequired(), column.field()))
                .toList();
    }
}
