package org.keyhopper.rehearsal.fido;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.fido.DeviceException;

class DevicePinTest {

    @Test
    void deviceWithoutPinHasNoRetries() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain");
        assertEquals(OptionalInt.empty(), bench.authenticator.pin().retries());
        assertEquals(List.of(), bench.channel.commands);
    }

    @Test
    void newPinIsReportedAndVerified() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain");
        bench.authenticator.pin().set(AuthenticatorRig.pin());
        assertTrue(bench.authenticator.info().isPinSet());
        bench.authenticator.pin().verify(AuthenticatorRig.pin());
        assertEquals(OptionalInt.of(8), bench.authenticator.pin().retries());
    }

    @Test
    void wrongPinReportsRetries() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        Problem problem = refusal(() -> bench.authenticator.pin().verify(Secret.of("000000")));
        assertTrue(problem.is(DeviceProblem.PIN_INVALID));
        assertEquals(List.of("7"), problem.arguments());
        assertFalse(bench.channel.isHeld());
    }

    @Test
    void threeWrongPinsBlockUntilPowerCycle() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        refusal(() -> bench.authenticator.pin().verify(Secret.of("000000")));
        refusal(() -> bench.authenticator.pin().verify(Secret.of("000000")));
        Problem third = refusal(() -> bench.authenticator.pin().verify(Secret.of("000000")));
        assertTrue(third.is(DeviceProblem.PIN_AUTH_BLOCKED));
        bench.channel.powerCycle(null);
        bench.authenticator.pin().verify(AuthenticatorRig.pin());
    }

    @Test
    void blockedPinIsReported() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456+pin-blocked");
        assertTrue(refusal(() -> bench.authenticator.pin().verify(AuthenticatorRig.pin()))
                .is(DeviceProblem.PIN_BLOCKED));
    }

    @Test
    void changedPinReplacesTheOldOne() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        bench.authenticator.pin().change(AuthenticatorRig.pin(), Secret.of("654321"));
        bench.authenticator.pin().verify(Secret.of("654321"));
        Problem wrong = refusal(() -> bench.authenticator.pin().change(AuthenticatorRig.pin(), Secret.of("111111")));
        assertEquals(List.of("7"), wrong.arguments());
    }

    @Test
    void forcedChangeIsReportedUntilDone() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456+change-forced");
        assertTrue(refusal(() -> bench.authenticator.pin().verify(AuthenticatorRig.pin()))
                .is(DeviceProblem.PIN_CHANGE_FORCED));
        assertEquals(List.of(), bench.channel.commands);
        bench.authenticator.pin().change(AuthenticatorRig.pin(), Secret.of("654321"));
        bench.authenticator.pin().verify(Secret.of("654321"));
    }

    @Test
    void settingAPinTwiceIsRefused() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain+pin=123456");
        assertTrue(refusal(() -> bench.authenticator.pin().set(AuthenticatorRig.pin()))
                .is(DeviceProblem.PIN_ALREADY_SET));
    }

    @Test
    void settingAPinSetElsewhereIsRefusedByTheDevice() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain");
        AuthenticatorRig.over(bench.channel).authenticator.pin().set(AuthenticatorRig.pin());
        assertTrue(refusal(() -> bench.authenticator.pin().set(AuthenticatorRig.pin()))
                .is(DeviceProblem.PIN_ALREADY_SET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
                "e\u0301e\u0301e\u0301e\u0301e\u0301",
                "12345\u0000",
                "12345\uD83D"
            })
    void invalidPinIsRefusedBeforeSending(String pin) throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("min-pin-6");
        DeviceException refusal = assertThrows(
                DeviceException.class, () -> bench.authenticator.pin().set(Secret.of(pin)));
        assertTrue(refusal.problem().is(DeviceProblem.PIN_POLICY_VIOLATION));
        assertFalse(refusal.getMessage().contains(pin));
        assertEquals(List.of(), bench.channel.commands);
    }

    @Test
    void pinLongerThanTheDeviceMaximumIsRefusedBeforeSending() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("max-pin=8");
        assertTrue(refusal(() -> bench.authenticator.pin().set(Secret.of("123456789")))
                .is(DeviceProblem.PIN_TOO_LONG));
        bench.authenticator.pin().set(Secret.of("12345678"));
    }

    @Test
    void pinOf64BytesIsTooLongForAnyDevice() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain");
        String most = "1".repeat(61) + "e\u0301";
        assertEquals(
                List.of("63"),
                refusal(() -> bench.authenticator.pin().set(Secret.of(most + "1")))
                        .arguments());
        bench.authenticator.pin().set(Secret.of(most));
        assertTrue(refusal(() -> bench.authenticator.pin().verify(Secret.of(most + "1")))
                .is(DeviceProblem.PIN_TOO_LONG));
        assertEquals(8, bench.authenticator.pin().retries().orElseThrow());
    }

    @Test
    void composedAndDecomposedCharactersAreTheSamePin() throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of("plain");
        bench.authenticator.pin().set(Secret.of("cafe\u0301"));
        bench.authenticator.pin().verify(Secret.of("caf\u00E9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fido-2.0", "pin-protocol-1", "pin-protocols-1-2", "pin-protocols-2-1"})
    void everyPinProtocolWorks(String trait) throws DeviceException {
        AuthenticatorRig bench = AuthenticatorRig.of(trait);
        bench.authenticator.pin().set(AuthenticatorRig.pin());
        bench.authenticator.pin().change(AuthenticatorRig.pin(), Secret.of("654321"));
        bench.authenticator.pin().verify(Secret.of("654321"));
    }

    private static Problem refusal(Executable action) {
        DeviceException refusal = assertThrows(DeviceException.class, action);
        assertTrue(refusal.changedNothing());
        return refusal.problem();
    }
}
