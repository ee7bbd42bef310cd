package org.keyhopper.central.escrow;

import java.time.Instant;
import java.util.Arrays;
import org.keyhopper.core.request.RecipientId;

/**
 * A PIN as a station sealed it.
 *
 * @param claim under which it was sealed
 * @param sealed a CMS message (RFC 5652) that Central cannot open
 * @param confirmed whether the device has accepted the PIN
 * @param kept when it was stored
 */
public record SealedPin(long claim, RecipientId recipient, byte[] sealed, boolean confirmed, Instant kept) {

    public SealedPin {
        sealed = sealed.clone();
    }

    @Override
    public byte[] sealed() {
        return sealed.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedPin pin
                && claim == pin.claim
                && recipient.equals(pin.recipient)
                && Arrays.equals(sealed, pin.sealed)
                && confirmed == pin.confirmed
                && kept.equals(pin.kept);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(claim);
    }
}
