package org.keyhopper.fido;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.yubico.yubikit.fido.Cbor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Account;
import org.keyhopper.api.directory.EnrolmentOptions.Attestation;
import org.keyhopper.api.directory.EnrolmentOptions.Extensions;
import org.keyhopper.api.directory.EnrolmentOptions.RelyingParty;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.fido.CredentialRequest.EnterpriseAttestation;

class NewCredentialTest {

    private static final byte[] AUTH_DATA = authenticatorData(new byte[] {9, 8, 7});

    private final ScriptedDevice device = new ScriptedDevice();
    private String challenge = "AAECAw";
    private String displayName = "Anna";
    private List<CredentialId> exclude = List.of();
    private Extensions extensions = Extensions.NONE;
    private EnterpriseAttestation enterprise = EnterpriseAttestation.NOT_WANTED;

    @BeforeEach
    void answerMakeCredential() {
        device.answer("01", Map.of(1, "packed", 2, AUTH_DATA, 3, Map.of("alg", -7, "sig", new byte[70])));
    }

    @Test
    void messageHoldsExactlyTheRequiredMembers() throws Exception {
        NewCredential made = make();
        Map<?, ?> asked = device.asked(0x01);
        assertEquals(Set.of(1, 2, 3, 4, 7, 8, 9), asked.keySet());
        assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(made.clientDataJson()), (byte[]) asked.get(1));
        assertEquals(Map.of("id", "example.org", "name", "Example"), asked.get(2));
        assertEquals(List.of(Map.of("alg", -7, "type", "public-key")), asked.get(4));
        assertEquals(Map.of("rk", true), asked.get(7));
        assertEquals(32, ((byte[]) asked.get(8)).length);
        assertEquals(2, asked.get(9));
        byte[] message = device.messages.getLast();
        assertArrayEquals(Cbor.encode(asked), Arrays.copyOfRange(message, 1, message.length));
    }

    @Test
    void clientDataIsSerialisedAsInBrowsers() throws DeviceException {
        assertEquals(
                "{\"type\":\"webauthn.create\",\"challenge\":\"AAECAw\",\"origin\":\"https://example.org\","
                        + "\"crossOrigin\":false}",
                new String(make().clientDataJson(), StandardCharsets.UTF_8));
        challenge = "a\"b\\c\n/ä";
        assertTrue(new String(make().clientDataJson(), StandardCharsets.UTF_8)
                .contains("\"challenge\":\"a\\\"b\\\\c\\u000a/ä\""));
    }

    @Test
    void attestationStatementKeepsItsEncoding() throws DeviceException {
        // {"sig": h'01', "alg": -7}: keys not in canonical order, and -7 in two bytes
        byte[] statement = HexFormat.of().parseHex("a263736967410163616c673806");
        byte[] answer = ByteBuffer.allocate(200)
                .put((byte) 0xA3)
                .put((byte) 1)
                .put(Cbor.encode("packed"))
                .put((byte) 2)
                .put(Cbor.encode(AUTH_DATA))
                .put((byte) 3)
                .put(statement)
                .array();
        int length = 1 + 1 + 7 + 1 + Cbor.encode(AUTH_DATA).length + 1 + statement.length;
        device.answerRaw("01", Arrays.copyOf(answer, length));
        NewCredential made = make();
        HexFormat hex = HexFormat.of();
        assertEquals(
                "a3" + "63666d74" + "667061636b6564" + "6761747453746d74" + hex.formatHex(statement)
                        + "686175746844617461" + hex.formatHex(Cbor.encode(AUTH_DATA)),
                hex.formatHex(made.attestationObject()));
        assertEquals(CredentialId.of(new byte[] {9, 8, 7}), made.id());
    }

    @Test
    void missingAttestationStatementBecomesEmpty() throws DeviceException {
        device.answer("01", Map.of(1, "none", 2, AUTH_DATA));
        Map<?, ?> object = (Map<?, ?>) Cbor.decode(make().attestationObject());
        assertEquals(Map.of(), object.get("attStmt"));
    }

    @Test
    void responseLongerThanHidMessageIsComplete() throws DeviceException {
        byte[] certificate = new byte[9000];
        certificate[8999] = 1;
        device.answer("01", Map.of(1, "packed", 2, AUTH_DATA, 3, Map.of("x5c", List.of(certificate))));
        Map<?, ?> object = (Map<?, ?>) Cbor.decode(make().attestationObject());
        List<?> x5c = (List<?>) ((Map<?, ?>) object.get("attStmt")).get("x5c");
        assertArrayEquals(certificate, (byte[]) x5c.getFirst());
    }

    @Test
    void malformedResponseLeavesTheDeviceChanged() {
        device.answer("01", Map.of(1, "packed", 2, new byte[10], 3, Map.of()));
        DeviceException failure = assertThrows(DeviceException.class, this::make);
        assertTrue(failure.problem().is(DeviceProblem.PROTOCOL_ERROR));
        assertFalse(failure.changedNothing());
    }

    @Test
    void namesAreTruncatedBetweenCharacters() throws DeviceException {
        displayName = "a" + "ä".repeat(40);
        make();
        Map<?, ?> user = (Map<?, ?>) device.asked(0x01).get(3);
        assertEquals("a" + "ä".repeat(31), user.get("displayName"));
        assertEquals("anna", user.get("name"));
    }

    @Test
    void extensionsAreSentOnlyIfSupported() throws DeviceException {
        extensions = new Extensions(true, OptionalInt.of(1), false);
        make();
        assertFalse(device.asked(0x01).containsKey(6));
        device.info.put(0x02, List.of("credProtect", "hmac-secret"));
        make();
        assertEquals(
                Map.of("credProtect", 1, "hmac-secret", true),
                device.asked(0x01).get(6));
    }

    @Test
    void enforcedCredProtectRequiresSupport() throws DeviceException {
        extensions = new Extensions(false, OptionalInt.of(2), true);
        DeviceException refusal = assertThrows(DeviceException.class, this::make);
        assertTrue(refusal.problem().is(DeviceProblem.NOT_SUPPORTED));
        assertEquals(List.of("credProtect"), refusal.problem().arguments());
        assertEquals(List.of("04"), device.commands());
        extensions = new Extensions(false, OptionalInt.of(1), true);
        make();
    }

    @Test
    void enterpriseAttestationIsRequestedOnlyIfEnabled() throws DeviceException {
        enterprise = EnterpriseAttestation.PLATFORM_MANAGED;
        device.options.put("ep", false);
        make();
        assertFalse(device.asked(0x01).containsKey(0x0A));
        device.options.put("ep", true);
        make();
        assertEquals(2, device.asked(0x01).get(0x0A));
    }

    @Test
    void enterpriseAttestationFlagIsReadFromTheResponse() throws DeviceException {
        assertFalse(make().enterpriseAttested());
        device.answer("01", Map.of(1, "none", 2, AUTH_DATA, 3, Map.of(), 4, false));
        assertFalse(make().enterpriseAttested());
        device.answer("01", Map.of(1, "none", 2, AUTH_DATA, 3, Map.of(), 4, true));
        assertTrue(make().enterpriseAttested());
    }

    @Test
    void unsupportedRequestsSendNothing() {
        device.options.put("rk", false);
        assertRefusedAtOnce(DeviceProblem.NO_RESIDENT_KEYS);
        device.options.put("rk", true);
        device.info.put(0x0A, List.of(Map.of("alg", -8, "type", "public-key")));
        assertRefusedAtOnce(DeviceProblem.NO_COMMON_ALGORITHM);
        device.info.remove(0x0A);
        device.info.put(0x14, 0);
        assertRefusedAtOnce(DeviceProblem.KEY_STORE_FULL);
    }

    @Test
    void longExcludeListIsSplit() throws DeviceException {
        device.info.put(0x07, 8);
        device.info.put(0x05, 600);
        device.refuse("02", 0x2E);
        exclude = ids(8);
        make();
        assertEquals(List.of("04", "06/02", "06/09", "02", "02", "01"), device.commands());
        assertEquals(Map.of("up", false), device.asked(0x02).get(5));
    }

    @Test
    void excludeListIsHalvedOnLimitExceeded() throws DeviceException {
        device.info.put(0x07, 8);
        device.refuseOnce("02", 0x39).refuse("02", 0x2E);
        exclude = ids(8);
        make();
        assertEquals(List.of("04", "06/02", "06/09", "02", "02", "02", "01"), device.commands());
        assertEquals(4, ((List<?>) device.asked(0x02).get(3)).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x33, 0x38})
    void discardedTokenIsObtainedAgain(int status) throws DeviceException {
        device.refuseOnce("01", status);
        make();
        assertEquals(List.of("04", "06/02", "06/09", "01", "06/02", "06/09", "01"), device.commands());
    }

    @ParameterizedTest
    @CsvSource({"33, 2", "38, 2", "36, 1", "40, 1"})
    void refusedTokenIsObtainedAgainOnlyOnce(String status, int attempts) {
        device.refuse("01", Integer.parseInt(status, 16));
        DeviceException refusal = assertThrows(DeviceException.class, this::make);
        assertTrue(refusal.problem().is(DeviceProblem.PIN_TOKEN_REFUSED));
        assertTrue(refusal.changedNothing());
        assertEquals(attempts, device.commands().stream().filter("01"::equals).count());
    }

    @Test
    void pinIsNotRetriedWhenTheTokenIsRefused() {
        device.refuse("06/09", 0x33);
        assertThrows(DeviceException.class, this::make);
        assertEquals(List.of("04", "06/02", "06/09"), device.commands());
    }

    private static List<CredentialId> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> CredentialId.of(ByteBuffer.allocate(64).putInt(i).array()))
                .toList();
    }

    private void assertRefusedAtOnce(DeviceProblem expected) {
        device.messages.clear();
        DeviceException refusal = assertThrows(DeviceException.class, this::make);
        assertTrue(refusal.problem().is(expected), refusal.getMessage());
        assertEquals(List.of("04"), device.commands());
    }

    private NewCredential make() throws DeviceException {
        EnrolmentOptions options = new EnrolmentOptions(
                "",
                new RelyingParty("example.org", "Example", "https://example.org"),
                new Account(new byte[] {1}, "anna", displayName),
                challenge,
                List.of(-7),
                exclude,
                extensions,
                Attestation.DIRECT,
                Instant.MAX);
        return device.open()
                .credentials()
                .makeCredential(
                        new CredentialRequest(options, enterprise),
                        Secret.of("123456"),
                        ExchangeControl.within(Deadline.inSeconds(5)));
    }

    private static byte[] authenticatorData(byte[] id) {
        byte[] key = Cbor.encode(ScriptedDevice.KEY);
        return ByteBuffer.allocate(55 + id.length + key.length)
                .position(53)
                .putShort((short) id.length)
                .put(id)
                .put(key)
                .array();
    }
}
