package org.keyhopper.central.escrow;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.vault.PinDelivery;

/**
 * A PIN as a station sealed it.
 *
 * @param claim under which it was sealed
 * @param sealed a CMS message (RFC 5652) that Central cannot open
 * @param confirmed whether the device has accepted the PIN
 * @param kept when it was stored
 * @param delivery how far it is on its way to its person
 */
public record SealedPin(
        long claim, RecipientId recipient, byte[] sealed, boolean confirmed, Instant kept, PinDelivery delivery) {

    public SealedPin {
        sealed = sealed.clone();
        Objects.requireNonNull(delivery);
    }

    /** Returns a PIN that the device does not have yet. */
    public static SealedPin proposed(long claim, RecipientId recipient, byte[] sealed, Instant kept) {
        return new SealedPin(claim, recipient, sealed, false, kept, PinDelivery.NONE);
    }

    /** Returns it as one that the device has accepted. */
    public SealedPin accepted() {
        return new SealedPin(claim, recipient, sealed, true, kept, delivery);
    }

    public SealedPin with(PinDelivery changed) {
        return new SealedPin(claim, recipient, sealed, confirmed, kept, changed);
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
                && kept.equals(pin.kept)
                && delivery.equals(pin.delivery);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(claim);
    }
}
