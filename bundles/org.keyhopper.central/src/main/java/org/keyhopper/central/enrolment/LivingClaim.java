package org.keyhopper.central.enrolment;

/**
 * A claim that has not expired.
 *
 * @param number its fencing number
 * @param printer of its station for which it was made; empty for the desk
 */
public record LivingClaim(long number, String printer) {}
