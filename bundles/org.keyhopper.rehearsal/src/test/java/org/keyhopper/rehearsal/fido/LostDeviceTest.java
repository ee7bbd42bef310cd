package org.keyhopper.rehearsal.fido;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.directory.EnrolmentOptions.Extensions;
import org.keyhopper.fido.DeviceException;

class LostDeviceTest {

    @ParameterizedTest
    @ValueSource(strings = {"06/02", "06/09", "02"})
    void lossBeforeMakeCredentialChangesNothing(String command) throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("ids=64+pin=123456");
        bench.channel.loseAt(command, false);
        assertTrue(lost(() -> bench.make(AuthenticatorRig.options(AuthenticatorRig.foreignIds(1), Extensions.NONE)))
                .changedNothing());
        assertFalse(bench.channel.isHeld());
    }

    @Test
    void lossDuringMakeCredentialMayHaveChangedTheDevice() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        bench.channel.loseAt("01", true);
        assertFalse(lost(bench::make).changedNothing());
    }

    @Test
    void lossDuringSetPinMayHaveChangedTheDevice() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain");
        bench.channel.loseAt("06/02", false);
        assertTrue(lost(() -> bench.authenticator.pin().set(AuthenticatorRig.pin()))
                .changedNothing());
        bench.channel.loseAt("06/03", false);
        assertFalse(lost(() -> bench.authenticator.pin().set(AuthenticatorRig.pin()))
                .changedNothing());
    }

    @Test
    void lossAfterResetCountsAsReset() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        bench.channel.loseAt("04", true);
        assertFalse(lost(() -> bench.authenticator.reset(AuthenticatorRig.control()))
                .changedNothing());
    }

    @Test
    void lossDuringConfigurationExpiresTheInfo() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        bench.channel.loseAt("0D", false);
        assertFalse(lost(() -> bench.authenticator.configuration().forcePinChange(AuthenticatorRig.pin()))
                .changedNothing());
        bench.channel.loseAt("", false);
        DeviceException refusal = assertThrows(
                DeviceException.class, () -> bench.authenticator.pin().verify(AuthenticatorRig.pin()));
        assertTrue(refusal.problem().is(DeviceProblem.PIN_CHANGE_FORCED));
    }

    @Test
    void busyDeviceIsNotQueried() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        bench.channel.busy = true;
        DeviceException refusal = assertThrows(DeviceException.class, bench::make);
        assertTrue(refusal.problem().is(DeviceProblem.BUSY));
        assertTrue(refusal.changedNothing());
        assertEquals(List.of(), bench.channel.commands);
    }

    private static DeviceException lost(Executable action) {
        DeviceException loss = assertThrows(DeviceException.class, action);
        assertTrue(loss.problem().is(DeviceProblem.GONE));
        return loss;
    }
}
