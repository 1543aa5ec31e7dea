package org.plazo.request;

import java.util.Map;

/**
 * What is open, at a glance.
 *
 * @param open all of it
 * @param own of these, those of one handler, by timeliness; every one is a key, in their order
 * @param owed of these, those in which the other side waits for us ({@link DeadlineKind#SUPPLY}), likewise
 */
public record RegisterOverview(RegisterCounts open, Map<Timeliness, Long> own, Map<Timeliness, Long> owed) {}
