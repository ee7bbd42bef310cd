package org.keyhopper.rehearsal.authenticator.model;

import java.time.Duration;
import java.util.Optional;

/**
 * The user presence behaviour of a device.
 *
 * @param perPowerUp operations with user presence allowed after each power-up; 0 means any number
 * @param exhaustedStatus CTAP status afterwards, such as 0x3B or 0x2F
 * @param resetWindow time after power-up in which reset is allowed; empty means always
 * @param button in a reader, whether makeCredential waits for a touch; empty if the insertion counts as one
 */
public record PresenceRules(
        int perPowerUp, int exhaustedStatus, Optional<Duration> resetWindow, Optional<Button> button) {

    /**
     * A button or sensor of a device in a reader.
     *
     * @param time the delay until the touch, or until the device times out
     * @param missedStatus CTAP status if no touch occurs, such as 0x2F or 0x27; empty if it occurs
     */
    public record Button(Duration time, Optional<Integer> missedStatus) {}

    PresenceRules withPerPowerUp(int count, int status) {
        return new PresenceRules(count, status, resetWindow, button);
    }

    PresenceRules withResetWindow(Duration window) {
        return new PresenceRules(perPowerUp, exhaustedStatus, Optional.of(window), button);
    }

    PresenceRules withButton(int millis, Optional<Integer> missedStatus) {
        return new PresenceRules(
                perPowerUp,
                exhaustedStatus,
                resetWindow,
                Optional.of(new Button(Duration.ofMillis(millis), missedStatus)));
    }
}
