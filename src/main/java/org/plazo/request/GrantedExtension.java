package org.plazo.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.LimitUnit;

/**
 * More time for a deadline: either an amount or the new date.
 *
 * @param basis code of the list of bases for extensions
 * @param amount at least 1, counted from the due date in {@code unit}
 * @param unit days or months
 * @param newDate the date itself; on a closed day it rolls like every date of the deadline
 */
public record GrantedExtension(
        String basis,
        @Nullable String reason,
        @Nullable Integer amount,
        @Nullable LimitUnit unit,
        @Nullable LocalDate newDate) {}
