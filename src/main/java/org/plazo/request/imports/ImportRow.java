package org.plazo.request.imports;

import org.plazo.request.NewRequest;
import org.plazo.request.content.History;

/** A row that was read without problems, beside its cells as they stand in the file. */
record ImportRow(CsvRow cells, String externalId, NewRequest request, History history) {}
