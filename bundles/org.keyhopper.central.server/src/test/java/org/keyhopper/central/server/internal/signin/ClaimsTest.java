package org.keyhopper.central.server.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.central.pickup.ProvenPerson;
import org.keyhopper.central.server.internal.config.PickUpSettings;

/** What ID tokens tell of people who pick up a PIN. */
class ClaimsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T05:00:00Z");
    private static final PickUpSettings.Proof PROOF =
            new PickUpSettings.Proof("upn", Set.of("strong"), Set.of("otp", "mfa"));

    private static JWTClaimsSet.Builder token(String subject) {
        return new JWTClaimsSet.Builder()
                .issuer("https://login.example")
                .subject(subject)
                .audience("central")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .claim("upn", "Anna@example.org");
    }

    private static ProvenPerson person(JWTClaimsSet.Builder token) throws Exception {
        return new Claims(new IDTokenClaimsSet(token.build()), PROOF.claim()).person(PROOF);
    }

    @Test
    void factorIsOneOfTheConfiguredValues() throws Exception {
        assertFalse(person(token("a")).otherFactor());
        assertFalse(person(token("a").claim("acr", "weak").claim("amr", List.of("pwd")))
                .otherFactor());
        assertTrue(person(token("a").claim("acr", "strong")).otherFactor());
        assertTrue(person(token("a").claim("amr", List.of("pwd", "otp"))).otherFactor());
        assertFalse(person(token("a").claim("acr", "otp")).otherFactor(), "not a method");
    }

    @Test
    void timeIsThatOfTheSignIn() throws Exception {
        assertEquals(Optional.empty(), person(token("a")).at());
        assertEquals(
                Optional.of(NOW),
                person(token("a").claim("auth_time", NOW.getEpochSecond())).at());
    }

    @Test
    void accountIsNamedByTheClaimAndReferenceByTheSubject() throws Exception {
        ProvenPerson anna = person(token("a"));
        assertEquals("Anna@example.org", anna.account());
        assertEquals(anna.reference(), person(token("a")).reference());
        assertNotEquals(anna.reference(), person(token("b")).reference());
        assertFalse(anna.toString().contains("Anna"), anna.toString());
        assertThrows(SignInException.class, () -> person(token("a").claim("upn", null)));
        assertThrows(SignInException.class, () -> person(token("a").claim("upn", " ")));
    }
}
