package org.plazo.deadline.reckoning;

/** From inclusive, to exclusive; equal ends are empty. */
public record Pause(Moment from, Moment to) {}
