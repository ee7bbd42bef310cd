package org.keyhopper.directory.entra.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Attestation;
import org.keyhopper.api.directory.EnrolmentOptions.Extensions;
import org.keyhopper.directory.support.json.JsonView;

class EntraOptionsTest {

    private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");
    private static final String LEAST = """
        {"publicKey":{"rp":{"id":"login.microsoft.com"},"user":{"id":"T0Y6AQI"},"challenge":"Zm9v"%s}%s}\
        """;

    private final EntraOptions reader = new EntraOptions(Clock.fixed(NOW, ZoneOffset.UTC));

    private Optional<EnrolmentOptions> read(String json) {
        return reader.read(JsonView.parse(json).orElseThrow(), Optional.empty());
    }

    private EnrolmentOptions least(String inKey, String beside) {
        return read(LEAST.formatted(inKey, beside)).orElseThrow();
    }

    @Test
    void theUserHandleIsDecodedAndTheChallengeIsNot() {
        EnrolmentOptions options = least("", "");
        assertArrayEquals(new byte[] {'O', 'F', ':', 1, 2}, options.account().handle());
        assertEquals("Zm9v", options.challenge());
    }

    /** Longer ones made some devices fail. */
    @Test
    void namesAreCutToSixtyFourBytes() {
        String name = "ä".repeat(40) + "@contoso.com";
        String json = LEAST.formatted("", "")
                .replace("\"T0Y6AQI\"", "\"T0Y6AQI\",\"name\":\"" + name + "\",\"displayName\":\"Jo " + name + "\"");
        EnrolmentOptions options = read(json).orElseThrow();
        assertEquals("ä".repeat(32), options.account().name());
        assertEquals("Jo " + "ä".repeat(30), options.account().displayName());
    }

    @Test
    void theOriginFollowsFromTheRelyingParty() {
        assertEquals("https://login.microsoft.com", least("", "").relyingParty().origin());
    }

    @Test
    void withoutAnEndTheDocumentedFiveMinutesHold() {
        assertEquals(NOW.plusSeconds(300), least("", "").expires());
    }

    @Test
    void theEndIsTranslatedFromTheClockOfTheServerToOurs() {
        JsonView json = JsonView.parse(LEAST.formatted("", ",\"challengeTimeoutDateTime\":\"2026-01-31T12:20:00Z\""))
                .orElseThrow();
        Instant serverTime = Instant.parse("2026-01-31T12:15:00Z");
        assertEquals(
                NOW.plusSeconds(300),
                reader.read(json, Optional.of(serverTime)).orElseThrow().expires());
    }

    @Test
    void algorithmsComeInOrderAsNumbersOrText() {
        String named =
                ",\"pubKeyCredParams\":[{\"type\":\"public-key\",\"alg\":\"-257\"},{\"alg\":-7},{\"type\":\"x\",\"alg\":1}]";
        assertEquals(List.of(-257, -7), least(named, "").algorithms());
    }

    @Test
    void withoutAlgorithmsThoseOfWebAuthnHold() {
        assertEquals(List.of(-7, -257), least("", "").algorithms());
    }

    @Test
    void extensionsAreTranslatedToCtap() {
        String wanted = ",\"extensions\":{\"hmacCreateSecret\":true,\"enforceCredentialProtectionPolicy\":true,"
                + "\"credentialProtectionPolicy\":\"userVerificationRequired\",\"unknown\":{}}";
        assertEquals(
                new Extensions(true, OptionalInt.of(3), true), least(wanted, "").extensions());
    }

    @Test
    void withoutExtensionsNoneAreWanted() {
        assertEquals(Extensions.NONE, least("", "").extensions());
        assertEquals(Attestation.NONE, least("", "").attestation());
    }

    @Test
    void anExcludedIdThatCannotBeReadIsLeftOut() {
        String excluded = ",\"excludeCredentials\":[{\"id\":\"?\"},{\"id\":\"AAAA\"},{}]";
        assertEquals(1, least(excluded, "").exclude().size());
    }

    @Test
    void unknownMembersAndNotesOfODataDoNotMatter() {
        assertEquals(
                "Zm9v",
                least(",\"@odata.type\":\"x\",\"hints\":[]", ",\"@odata.context\":\"y\"")
                        .challenge());
    }

    @Test
    void withoutChallengeAccountOrRelyingPartyThereAreNoOptions() {
        for (String missing : List.of("challenge", "user", "rp")) {
            assertTrue(
                    read(LEAST.formatted("", "").replace("\"" + missing + "\"", "\"x\""))
                            .isEmpty(),
                    missing);
        }
    }
}
