package org.plazo.request;

import org.plazo.calendar.LocalizedText;

/** A code of the register with its name in both languages. */
public record Coded(String code, LocalizedText name) {}
