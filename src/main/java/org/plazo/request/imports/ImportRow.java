package org.plazo.request.imports;

import java.util.Map;
import org.plazo.request.NewRequest;
import org.plazo.request.Settlement;
import org.plazo.request.content.History;

/**
 * A row that was read without problems, beside its cells as they stand in the file.
 *
 * @param outcomes what became of its measures, by their position from 1; those that are pending are not in it
 */
record ImportRow(
        CsvRow cells, String externalId, NewRequest request, History history, Map<Integer, Settlement> outcomes) {

    ImportRow {
        outcomes = Map.copyOf(outcomes);
    }
}
