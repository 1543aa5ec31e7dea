package org.plazo.request;

import org.plazo.calendar.LocalizedText;

/** A level of confidentiality; about a restricted request a mail says no more than that there is something. */
public record Classification(String code, LocalizedText name, boolean restricted) {}
