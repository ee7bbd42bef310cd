package org.keyhopper.core.journal;

/** Numbers the ceremonies of a station, rising. */
public record CeremonyId(long value) {}
