package org.keyhopper.rehearsal.authenticator.model;

import java.time.Duration;
import java.util.Optional;

/**
 * When the device believes that a person is there.
 *
 * @param perPowerUp operations with user presence allowed after each power-up; 0 means any number
 * @param exhaustedStatus CTAP status once they are used up, such as 0x3B or 0x2F
 * @param resetWindow time after power-up in which reset is allowed; empty means always
 */
public record PresenceRules(int perPowerUp, int exhaustedStatus, Optional<Duration> resetWindow) {
    PresenceRules withPerPowerUp(int count, int status) {
        return new PresenceRules(count, status, resetWindow);
    }

    PresenceRules withResetWindow(Duration window) {
        return new PresenceRules(perPowerUp, exhaustedStatus, Optional.of(window));
    }
}
