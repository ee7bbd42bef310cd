package org.keyhopper.core.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a sealed PIN is on its way to its person.
 *
 * @param released when it was last released
 * @param handedOver when it was given to the person
 * @param received when the person confirmed that it works
 */
public record PinDelivery(Optional<Instant> released, Optional<Instant> handedOver, Optional<Instant> received) {

    /** Of a PIN that is sealed, and no more. */
    public static final PinDelivery NONE = new PinDelivery(Optional.empty(), Optional.empty(), Optional.empty());

    /** How long after its release a PIN should have been confirmed. */
    public static final Duration OVERDUE_AFTER = Duration.ofDays(14);

    /** The last thing that happened. */
    public enum State {
        SEALED,
        RELEASED,
        HANDED_OVER,
        CONFIRMED
    }

    public PinDelivery {
        Objects.requireNonNull(released);
        Objects.requireNonNull(handedOver);
        Objects.requireNonNull(received);
    }

    public PinDelivery released(Instant at) {
        return new PinDelivery(Optional.of(at), handedOver, received);
    }

    public PinDelivery handedOver(Instant at) {
        return new PinDelivery(released, Optional.of(at), received);
    }

    public PinDelivery received(Instant at) {
        return new PinDelivery(released, handedOver, Optional.of(at));
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

    /** Returns since when it is in its state; empty while it is only sealed. */
    public Optional<Instant> since() {
        return received.or(() -> handedOver).or(() -> released);
    }

    /** Returns whether it was released two weeks ago or earlier and the person has not confirmed it. */
    public boolean isOverdue(Instant now) {
        return received.isEmpty()
                && released.filter(at -> at.plus(OVERDUE_AFTER).isBefore(now)).isPresent();
    }
}
