package org.keyhopper.core.vault;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.keyhopper.core.request.RecipientId;

/**
 * A PIN as it was sealed.
 *
 * @param sealed a CMS message (RFC 5652)
 * @param kept when it was sealed
 * @param delivery how far it was before the release that returned it
 */
public record EscrowedPin(RecipientId recipient, byte[] sealed, Instant kept, PinDelivery delivery) {

    public EscrowedPin {
        sealed = sealed.clone();
        Objects.requireNonNull(delivery);
    }

    @Override
    public byte[] sealed() {
        return sealed.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EscrowedPin pin
                && recipient.equals(pin.recipient)
                && Arrays.equals(sealed, pin.sealed)
                && kept.equals(pin.kept)
                && delivery.equals(pin.delivery);
    }

    @Override
    public int hashCode() {
        return recipient.hashCode();
    }
}
