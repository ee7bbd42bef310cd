package org.keyhopper.fido;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;

class DeviceRefusalTest {

    private final ScriptedDevice device = new ScriptedDevice();

    @ParameterizedTest
    @CsvSource({
        "30, RESET_TOO_LATE",
        "27, RESET_NOT_POSSIBLE",
        "01, RESET_NOT_POSSIBLE",
        "2F, NOT_TOUCHED",
        "3A, NOT_TOUCHED",
        "34, NOT_TOUCHED",
        "2D, CANCELLED",
        "3B, NOT_TOUCHED",
        "05, NOT_TOUCHED",
        "06, BUSY"
    })
    void resetStatusIsMapped(String status, DeviceProblem expected) throws DeviceException {
        device.refuse("07", Integer.parseInt(status, 16));
        assertReset(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"05", "27", "2F", "30", "34", "3A", "3B"})
    void resetRefusedAfterTouchRequestIsNotTouched(String status) throws DeviceException {
        device.askingForTouch().refuse("07", Integer.parseInt(status, 16));
        assertReset(DeviceProblem.NOT_TOUCHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"27", "2F", "30", "34", "3A", "3B"})
    void selectionWithoutTouchIsNotTouched(String status) throws DeviceException {
        device.askingForTouch().refuse("0B", Integer.parseInt(status, 16));
        DeviceException refusal = assertThrows(DeviceException.class, this::select);
        assertTrue(refusal.problem().is(DeviceProblem.NOT_TOUCHED), refusal::getMessage);
        assertTrue(refusal.changedNothing());
    }

    @Test
    void cancelledSelectionIsCancelled() throws DeviceException {
        device.askingForTouch().refuse("0B", 0x2D);
        assertTrue(assertThrows(DeviceException.class, this::select).problem().is(DeviceProblem.CANCELLED));
    }

    @Test
    void selectionTakesOneExchange() throws DeviceException {
        device.answerRaw("0B", new byte[0]);
        select();
        assertEquals(List.of("04", "0B"), device.commands());
    }

    @ParameterizedTest
    @ValueSource(strings = {"31", "33", "35"})
    void ctap20DeviceIsTouchedByEmptyPinUvAuthParam(String status) throws DeviceException {
        device.info.put(0x01, List.of("FIDO_2_0"));
        device.refuse("01", Integer.parseInt(status, 16));
        select();
        assertEquals(0, ((byte[]) device.asked(0x01).get(8)).length);
        assertFalse(device.asked(0x01).containsKey(7));
    }

    @Test
    void ctap20DeviceWithoutTouchIsNotTouched() throws DeviceException {
        device.info.put(0x01, List.of("FIDO_2_0"));
        device.askingForTouch().refuse("01", 0x27);
        assertTrue(assertThrows(DeviceException.class, this::select).problem().is(DeviceProblem.NOT_TOUCHED));
    }

    private void select() throws DeviceException {
        device.open().awaitTouch(ExchangeControl.within(Deadline.inSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "32, PIN_BLOCKED",
        "33, PIN_TOKEN_REFUSED",
        "34, PIN_AUTH_BLOCKED",
        "35, PIN_NOT_SET",
        "37, PIN_CHANGE_FORCED",
        "38, PIN_TOKEN_REFUSED",
        "40, PIN_TOKEN_REFUSED",
        "12, PROTOCOL_ERROR",
        "3E, NOT_SUPPORTED"
    })
    void tokenStatusIsMapped(String status, DeviceProblem expected) throws DeviceException {
        device.refuse("06/09", Integer.parseInt(status, 16));
        assertTrue(refusedToken().problem().is(expected));
    }

    @Test
    void wrongPinReportsRetries() throws DeviceException {
        device.refuse("06/09", 0x31);
        assertEquals(List.of("5"), refusedToken().problem().arguments());
    }

    @Test
    void wrongPinIsReportedWithoutRetries() throws DeviceException {
        device.refuse("06/09", 0x31).refuse("06/01", 0x7F);
        DeviceException refusal = refusedToken();
        assertTrue(refusal.problem().is(DeviceProblem.PIN_INVALID));
        assertEquals(List.of("?"), refusal.problem().arguments());
    }

    @ParameterizedTest
    @CsvSource({"F1, F1", "7F, 7F", "3D, 3D", "E0, E0", "15, 15"})
    void otherStatusIsReportedByCode(String status, String argument) throws DeviceException {
        device.refuse("06/09", Integer.parseInt(status, 16));
        DeviceException refusal = refusedToken();
        assertTrue(refusal.problem().is(DeviceProblem.CTAP_ERROR));
        assertEquals(List.of(argument), refusal.problem().arguments());
    }

    @Test
    void previewOfCredentialManagementIsUsed() throws DeviceException {
        device.info.put(0x01, List.of("FIDO_2_0", "FIDO_2_1_PRE"));
        device.options.remove("pinUvAuthToken");
        device.options.put("credentialMgmtPreview", true);
        device.refuse("41", 0x2E);
        assertEquals(List.<StoredCredential>of(), device.open().credentials().list(Secret.of("123456")));
        assertEquals(List.of("04", "06/02", "06/05", "41"), device.commands());
    }

    @Test
    void assertionIsRequestedWithoutTouch() throws DeviceException {
        device.answer("02", Map.of(2, new byte[37], 3, new byte[] {1, 2}));
        Assertion signed = device.open()
                .credentials()
                .getAssertion("example.org", CredentialId.of(new byte[] {5}), new byte[32], Secret.of("123456"));
        assertEquals(2, signed.signature().length);
        assertEquals(Map.of("up", false), device.asked(0x02).get(5));
        assertEquals("example.org", device.asked(0x06).get(0x0A));
    }

    private void assertReset(DeviceProblem expected) throws DeviceException {
        Authenticator opened = device.open();
        DeviceException refusal =
                assertThrows(DeviceException.class, () -> opened.reset(ExchangeControl.within(Deadline.inSeconds(5))));
        assertTrue(refusal.problem().is(expected), refusal.getMessage());
        assertTrue(refusal.changedNothing());
    }

    private DeviceException refusedToken() throws DeviceException {
        Authenticator opened = device.open();
        DeviceException refusal =
                assertThrows(DeviceException.class, () -> opened.pin().verify(Secret.of("123456")));
        assertTrue(refusal.changedNothing());
        return refusal;
    }
}
