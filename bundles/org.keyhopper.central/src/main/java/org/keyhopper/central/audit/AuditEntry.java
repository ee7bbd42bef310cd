package org.keyhopper.central.audit;

import java.time.Instant;

/**
 * An event in its place in the trail.
 *
 * @param number counts from 1 without a gap
 * @param at by the clock of the database
 * @param hash of this entry and the hash of the one before, as lower-case hexadecimal digits
 */
public record AuditEntry(long number, Instant at, AuditEvent event, String hash) {}
