package org.keyhopper.fido;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.AuthenticatorInfo.Limits;
import org.keyhopper.api.device.AuthenticatorInfo.PinComplexity;
import org.keyhopper.api.device.AuthenticatorInfo.PinRules;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;

class DeviceInfoTest {

    private final ScriptedDevice device = new ScriptedDevice();

    @Test
    void absentMembersTakeTheSpecifiedDefaults() throws DeviceException {
        device.info.clear();
        device.info.putAll(
                Map.of(0x01, List.of("FIDO_2_0"), 0x03, ScriptedDevice.AAGUID, 0x04, Map.of("clientPin", false)));
        AuthenticatorInfo info = device.open().info();
        assertEquals(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"), info.aaguid());
        assertEquals(new Limits(1024, 1, OptionalInt.empty(), OptionalInt.empty(), 0), info.limits());
        assertEquals(new PinRules(List.of(1), 4, 63, false), info.pin());
        assertEquals(Set.of(), info.extensions());
        assertEquals(List.of(), info.algorithms());
    }

    @Test
    void readsAllMembers() throws DeviceException {
        device.info.putAll(Map.of(
                0x02,
                List.of("credProtect"),
                0x05,
                1200,
                0x07,
                8,
                0x08,
                64,
                0x0A,
                List.of(Map.of("alg", -7, "type", "public-key")),
                0x0C,
                true,
                0x0D,
                6,
                0x14,
                24,
                0x18,
                true,
                0x1A,
                List.of("usb")));
        AuthenticatorInfo info = device.open().info();
        assertEquals(new Limits(1200, 8, OptionalInt.of(64), OptionalInt.of(24), 0), info.limits());
        assertEquals(new PinRules(List.of(2, 1), 6, 63, true), info.pin());
        assertEquals(List.of(-7), info.algorithms());
        assertEquals(List.of("usb"), info.reset().transports());
        assertTrue(info.reset().longTouch());
    }

    @Test
    void readsThePinComplexityPolicyAndItsAddress() throws DeviceException {
        device.info.put(0x1B, true);
        assertEquals(
                Optional.of(new PinComplexity(Optional.empty())),
                device.open().info().pin().complexity());
        device.info.put(0x1C, "https://keys.example/rules".getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                Optional.of(new PinComplexity(Optional.of("https://keys.example/rules"))),
                device.open().info().pin().complexity());
        device.info.put(0x1C, "javascript:alert(1)".getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                Optional.of(new PinComplexity(Optional.empty())),
                device.open().info().pin().complexity());
        device.info.put(0x1B, false);
        assertEquals(Optional.empty(), device.open().info().pin().complexity());
    }

    @Test
    void membersOfUnexpectedTypeOrUnknownKeyAreIgnored() throws DeviceException {
        device.info.putAll(Map.of(
                0x05,
                1200,
                0x07,
                0,
                0x0C,
                "yes",
                0x0D,
                List.of(),
                0x0E,
                0xFFFFFFFFL,
                0x13,
                7,
                0x14,
                "many",
                0x1D,
                200,
                0x55,
                Map.of("new", List.of(1, 2))));
        AuthenticatorInfo info = device.open().info();
        assertEquals(new Limits(1200, 1, OptionalInt.empty(), OptionalInt.empty(), 0), info.limits());
        assertEquals(new PinRules(List.of(2, 1), 4, 63, false), info.pin());
        assertEquals(OptionalInt.empty(), info.firmwareVersion());
    }

    @Test
    void aDeviceWithoutCtap2IsRefused() {
        device.info.put(0x01, List.of("U2F_V2"));
        assertRefused(DeviceProblem.U2F_ONLY);
        device.refuse("04", 0x01);
        assertRefused(DeviceProblem.U2F_ONLY);
    }

    @Test
    void malformedResponseIsAProtocolError() {
        device.answerRaw("04", new byte[] {(byte) 0xA1, 0x01});
        assertRefused(DeviceProblem.PROTOCOL_ERROR);
        device.answerRaw("04", new byte[] {0x01});
        assertRefused(DeviceProblem.PROTOCOL_ERROR);
    }

    @Test
    void unknownPinProtocolIsNotSupported() throws DeviceException {
        device.info.put(0x06, List.of(9));
        Authenticator opened = device.open();
        DeviceException refusal =
                assertThrows(DeviceException.class, () -> opened.pin().retries());
        assertTrue(refusal.problem().is(DeviceProblem.NOT_SUPPORTED));
    }

    @Test
    void theLibraryNeverLogsMessages() throws DeviceException {
        Logger library = Logger.getLogger("com.yubico.yubikit");
        library.setLevel(Level.ALL);
        device.open();
        assertEquals(Level.WARNING, library.getLevel());
    }

    private void assertRefused(DeviceProblem expected) {
        Problem problem = assertThrows(DeviceException.class, device::open).problem();
        assertTrue(problem.is(expected), problem.toString());
    }
}
