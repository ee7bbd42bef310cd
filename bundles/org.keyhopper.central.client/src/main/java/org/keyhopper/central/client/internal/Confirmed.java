package org.keyhopper.central.client.internal;

import java.util.Optional;
import org.keyhopper.core.central.Membership;

/**
 * The SHA-256 fingerprints of the only certificates to which a PIN is sealed.
 *
 * @param escrow empty if none was confirmed
 * @param pickUp of the copy that people pick up; empty if none was confirmed
 */
record Confirmed(Optional<String> escrow, Optional<String> pickUp) {

    static Confirmed by(Membership membership) {
        return new Confirmed(membership.escrow(), membership.pickUp());
    }
}
