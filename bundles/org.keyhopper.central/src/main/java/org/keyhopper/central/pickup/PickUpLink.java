package org.keyhopper.central.pickup;

import java.time.Instant;

/**
 * The link of an invitation. Its token is not stored, only a hash of it.
 *
 * @param replaced whether a later invitation, or the wish for one, has ended it
 */
public record PickUpLink(String hash, long claim, Instant expires, boolean replaced) {}
