package org.keyhopper.central.pickup;

import java.time.Instant;

/**
 * A browser in which the person of a link is signed in, for this one purpose.
 *
 * @param hash of the value of its cookie
 * @param link hash of the link
 * @param visitor how the audit trail knows the person
 * @param csrf what every form must carry
 */
public record PickUpSession(String hash, String link, String visitor, String csrf, Instant expires) {
    /** Returns the session without its secrets. */
    @Override
    public String toString() {
        return "PickUpSession of " + visitor + " until " + expires;
    }
}
