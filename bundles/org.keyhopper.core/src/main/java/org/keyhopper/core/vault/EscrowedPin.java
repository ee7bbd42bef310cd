package org.keyhopper.core.vault;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.keyhopper.core.request.RecipientId;

/**
 * A PIN as it was sealed.
 *
 * @param sealed a CMS message (RFC 5652)
 * @param kept when it was sealed
 * @param released when it was last released, before the release that returned it
 * @param handedOver when it was given to the person
 * @param received when the person confirmed that it works
 */
public record EscrowedPin(
        RecipientId recipient,
        byte[] sealed,
        Instant kept,
        Optional<Instant> released,
        Optional<Instant> handedOver,
        Optional<Instant> received) {

    /** How far a PIN is on its way to its person. */
    public enum State {
        SEALED,
        RELEASED,
        HANDED_OVER,
        CONFIRMED
    }

    public EscrowedPin {
        sealed = sealed.clone();
    }

    @Override
    public byte[] sealed() {
        return sealed.clone();
    }

    public State state() {
        if (received.isPresent()) {
            return State.CONFIRMED;
        }
        if (handedOver.isPresent()) {
            return State.HANDED_OVER;
        }
        return released.isPresent() ? State.RELEASED : State.SEALED;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EscrowedPin pin
                && recipient.equals(pin.recipient)
                && Arrays.equals(sealed, pin.sealed)
                && kept.equals(pin.kept)
                && released.equals(pin.released)
                && handedOver.equals(pin.handedOver)
                && received.equals(pin.received);
    }

    @Override
    public int hashCode() {
        return recipient.hashCode();
    }
}
