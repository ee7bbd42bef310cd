package org.keyhopper.rehearsal.authenticator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.Personalities;
import org.keyhopper.rehearsal.authenticator.model.Personality;
import org.keyhopper.rehearsal.authenticator.model.UserPresence;

class ResetWindowTest {
    private static final byte[] RESET = {0x07};
    private static final byte OK = 0x00;
    private static final byte NOT_ALLOWED = 0x30;

    private final SetClock clock = new SetClock();

    @Test
    void resetIsAllowedWithinTheWindow() {
        assertArrayEquals(new byte[] {OK}, afterPowerUp("reset-window", Duration.ofSeconds(10)));
    }

    @Test
    void resetIsRefusedAfterTheWindow() {
        assertArrayEquals(new byte[] {NOT_ALLOWED}, afterPowerUp("reset-window", Duration.ofMillis(10_001)));
    }

    @Test
    void deviceWithoutWindowAllowsResetAnytime() {
        assertArrayEquals(new byte[] {OK}, afterPowerUp("plain", Duration.ofHours(1)));
    }

    @Test
    void powerUpOpensTheWindowAgain() {
        var authenticator = authenticator("reset-window");
        clock.now = clock.now.plusSeconds(60);
        authenticator.powerUp();
        assertArrayEquals(new byte[] {OK}, authenticator.handle(RESET, Interaction.alwaysPresent()));
    }

    @Test
    void resetRequiresUserPresence() {
        assertArrayEquals(new byte[] {0x27}, resetWith(UserPresence.Answer.DECLINED));
        assertArrayEquals(new byte[] {0x2F}, resetWith(UserPresence.Answer.TIMED_OUT));
        assertArrayEquals(new byte[] {0x2D}, resetWith(UserPresence.Answer.CANCELLED));
    }

    private byte[] resetWith(UserPresence.Answer answer) {
        return authenticator("plain").handle(RESET, new Interaction(() -> answer, status -> {}, () -> false));
    }

    private byte[] afterPowerUp(String traits, Duration time) {
        var authenticator = authenticator(traits);
        clock.now = clock.now.plus(time);
        return authenticator.handle(RESET, Interaction.alwaysPresent());
    }

    private SoftwareAuthenticator authenticator(String traits) {
        Personality personality = Personalities.parse(traits);
        return new SoftwareAuthenticator(
                personality, SoftwareAuthenticator.deliver(personality), new SecureRandom(), clock);
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
