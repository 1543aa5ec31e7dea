package org.plazo.request.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a file: the line where it begins and its cells that are not empty. */
record CsvRow(long line, Map<ImportColumn, String> cells) {

    CsvRow {
        cells = Map.copyOf(cells);
    }

    @Nullable
    String value(ImportColumn column) {
        return cells.get(column);
    }

    String text(ImportColumn column) {
        return cells.getOrDefault(column, "");
    }
}
