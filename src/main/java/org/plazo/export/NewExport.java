package org.plazo.export;

import java.time.Instant;

/** An export before it is recorded; see {@link ExportRecord}. */
record NewExport(Instant madeAt, String actor, String list, String query, long rows, String sha256) {}
