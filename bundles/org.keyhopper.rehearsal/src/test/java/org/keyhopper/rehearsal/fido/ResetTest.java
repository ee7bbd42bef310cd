package org.keyhopper.rehearsal.fido;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.rehearsal.authenticator.model.UserPresence.Answer;

class ResetTest {

    @Test
    void resetTakesTwoExchangesWithoutHold() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        bench.make();
        bench.channel.commands.clear();
        bench.channel.outsideHolds.clear();
        bench.authenticator.reset(AuthenticatorRig.control());
        assertEquals(List.of("07", "04"), bench.channel.outsideHolds);
        assertFalse(bench.authenticator.info().isPinSet());
        bench.authenticator.pin().set(AuthenticatorRig.pin());
        assertEquals(
                0,
                bench.authenticator
                        .credentials()
                        .occupancy(AuthenticatorRig.pin())
                        .existing());
    }

    @Test
    void resetTooLateIsReported() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("reset-window=0");
        assertRefused(DeviceProblem.RESET_TOO_LATE, bench);
    }

    @Test
    void missedTouchIsReported() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain");
        bench.channel.touch = Answer.TIMED_OUT;
        assertRefused(DeviceProblem.NOT_TOUCHED, bench);
    }

    @Test
    void cancelledResetIsReported() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain");
        bench.channel.touch = Answer.CANCELLED;
        assertRefused(DeviceProblem.CANCELLED, bench);
    }

    @Test
    void touchRequestIsForwarded() throws DeviceException {
        List<KeepAlive> seen = new ArrayList<>();
        AuthenticatorRig.of("plain")
                .authenticator
                .reset(new ExchangeControl(Deadline.inSeconds(20), new CancelSignal(), seen::add));
        assertTrue(seen.contains(KeepAlive.TOUCH_NEEDED));
    }

    private static void assertRefused(DeviceProblem expected, AuthenticatorRig bench) {
        DeviceException refusal =
                assertThrows(DeviceException.class, () -> bench.authenticator.reset(AuthenticatorRig.control()));
        assertTrue(refusal.problem().is(expected), refusal.getMessage());
        assertTrue(refusal.changedNothing());
    }
}
