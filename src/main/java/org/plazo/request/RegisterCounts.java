package org.plazo.request;

import java.util.Map;

/**
 * How many of the requests that fit a filter, and that the reader may see, are of each kind. In each of the four
 * groupings every request is counted once.
 *
 * @param byAge every class is a key, in their order
 * @param byCounterpart by the code of the other side's authority, whether it asks or is asked; the largest first
 * @param byCrimeArea by code, the largest first
 * @param byTimeliness every one is a key, in their order
 */
public record RegisterCounts(
        long total,
        Map<AgeClass, Long> byAge,
        Map<String, Long> byCounterpart,
        Map<String, Long> byCrimeArea,
        Map<Timeliness, Long> byTimeliness) {}
