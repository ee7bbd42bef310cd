package org.keyhopper.directory.pingone.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Attestation;
import org.keyhopper.directory.support.json.JsonText;
import org.keyhopper.directory.support.json.JsonView;

class PingOneOptionsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final PasskeySettings WISHES =
            new PasskeySettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final PingOneOptions READER =
            new PingOneOptions(WISHES, URI.create("https://auth.pingone.eu/x/as"), Clock.fixed(NOW, ZoneOffset.UTC));

    private static final String OPTIONS = """
        {"rp":{"id":"pingone.eu","name":"PingOne"},
         "user":{"id":[-80,-62,17,0,127],"displayName":"Ann Lee","name":"ann"},
         "challenge":[-103,5,88,-1],
         "pubKeyCredParams":[{"type":"public-key","alg":"-7"},{"type":"public-key","alg":-257}],
         "timeout":120000,
         "excludeCredentials":[{"type":"public-key","id":[12,-4,1]},{"type":"public-key","id":[]}],
         "authenticatorSelection":{"residentKey":"required"},
         "attestation":"direct",
         "extensions":{"credProps":true,"hmacCreateSecret":true,"unheardOf":{"a":1}}}\
        """;

    private static Optional<EnrolmentOptions> read(Object options) {
        String device = JsonText.of(Map.of("id", "device-1", "publicKeyCredentialCreationOptions", options));
        return READER.read(JsonView.parse(device).orElseThrow());
    }

    @Test
    void readsSignedBytesAndNumbersInText() {
        EnrolmentOptions options = read(OPTIONS).orElseThrow();
        assertEquals("device-1", options.enrolmentId());
        assertEquals("mQVY_w", options.challenge());
        assertArrayEquals(new byte[] {-80, -62, 17, 0, 127}, options.account().handle());
        assertEquals(List.of(-7, -257), options.algorithms());
        assertEquals(List.of(CredentialId.of(new byte[] {12, -4, 1})), options.exclude());
        assertEquals("https://auth.pingone.eu", options.relyingParty().origin());
        assertEquals(Attestation.DIRECT, options.attestation());
        assertEquals(true, options.extensions().hmacSecret());
        assertEquals(NOW.plusSeconds(120), options.expires());
    }

    @Test
    void readsUnsignedBytes() {
        String unsigned = OPTIONS.replace("[-103,5,88,-1]", "[153,5,88,255]");
        assertEquals("mQVY_w", read(unsigned).orElseThrow().challenge());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"mQVY_w\"", "\"mQVY/w==\"", "\"mQVY_w==\""})
    void readsBytesInBase64OfAnyKind(String challenge) {
        String text = OPTIONS.replace("[-103,5,88,-1]", challenge);
        assertEquals("mQVY_w", read(text).orElseThrow().challenge());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[-129]", "[256]", "[1.5]", "[\"x\"]", "[]", "\"\"", "\"not base64!\"", "{}", "null", "7"})
    void refusesAChallengeThatIsNone(String challenge) {
        assertEquals(Optional.empty(), read(OPTIONS.replace("[-103,5,88,-1]", challenge)));
    }

    @Test
    void readsOptionsThatAreAnObject() {
        String device = "{\"id\":\"device-1\",\"publicKeyCredentialCreationOptions\":" + OPTIONS + "}";
        assertEquals(
                "mQVY_w",
                READER.read(JsonView.parse(device).orElseThrow()).orElseThrow().challenge());
    }

    @Test
    void readsOptionsThatAreATextWithinAText() {
        String inner = JsonText.of(Map.of("x", OPTIONS));
        String twice = inner.substring("{\"x\":".length(), inner.length() - 1);
        assertEquals("mQVY_w", read(twice).orElseThrow().challenge());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[1,2]", "not json", "\"\""})
    void refusesWhatIsNoOptions(String options) {
        assertEquals(Optional.empty(), read(options));
    }

    @Test
    void withoutATimeTwoMinutesAreAssumed() {
        assertEquals(
                NOW.plusSeconds(120),
                read(OPTIONS.replace("\"timeout\":120000,", "")).orElseThrow().expires());
    }
}
