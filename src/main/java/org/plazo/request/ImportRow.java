package org.plazo.request;

/** A row that was read without problems. */
record ImportRow(long line, String externalId, NewRequest request, History history) {}
