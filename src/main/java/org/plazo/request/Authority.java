package org.plazo.request;

import org.plazo.calendar.LocalizedText;

/** An authority that requests or is requested; {@code party} is the id of its side. */
public record Authority(String code, LocalizedText name, String party) {}
