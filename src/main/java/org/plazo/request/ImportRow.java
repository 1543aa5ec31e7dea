package org.plazo.request;

/** A row that was read without problems, beside its cells as they stand in the file. */
record ImportRow(CsvRow cells, String externalId, NewRequest request, History history) {}
