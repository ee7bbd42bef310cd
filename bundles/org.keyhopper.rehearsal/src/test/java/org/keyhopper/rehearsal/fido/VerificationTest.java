package org.keyhopper.rehearsal.fido;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.RelyingParty;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.fido.Assertion;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.fido.CredentialVerifier;
import org.keyhopper.fido.DeviceException;

class VerificationTest {

    private static final byte[] HASH = new byte[32];

    private final CredentialVerifier verifier = Authenticators.verifier();
    private final EnrolmentOptions options = AuthenticatorRig.options();
    private AuthenticatorRig bench;
    private NewCredential credential;

    @BeforeEach
    void makeOne() throws DeviceException {
        bench = AuthenticatorRig.of("x5c+pin=123456");
        credential = bench.make(options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x5c", "self", "none", "fido-2.0", "pin-protocols-1-2", "ids=112"})
    void everyAttestationFormatPasses(String trait) throws DeviceException {
        AuthenticatorRig one = AuthenticatorRig.of(trait + "+pin=123456");
        NewCredential made = one.make(options);
        assertEquals(Optional.empty(), verifier.checkNew(made, options, one.authenticator.info()));
        Assertion signed = one.authenticator
                .credentials()
                .getAssertion(AuthenticatorRig.RP, made.id(), HASH, AuthenticatorRig.pin());
        assertEquals(
                Optional.empty(),
                verifier.checkAssertion(made, options.relyingParty().id(), signed, HASH));
    }

    @Test
    void changedAttestationSignatureFails() {
        byte[] object = credential.attestationObject();
        int signature = indexOf(object, "sig") + 3 + 2 + 20;
        object[signature] ^= 1;
        assertFails("signature", options, with(credential.clientDataJson(), object));
    }

    @Test
    void changedClientDataFails() {
        byte[] clientData = new String(credential.clientDataJson())
                .replace("false", "false ")
                .getBytes();
        assertFails("signature", options, with(clientData, credential.attestationObject()));
    }

    @Test
    void anotherChallengeFails() {
        assertFails("challenge", changed("BBECAwQFBgcICQoLDA0ODw", options.relyingParty(), List.of(-7)), credential);
    }

    @Test
    void anotherOriginFails() {
        RelyingParty other = new RelyingParty(AuthenticatorRig.RP, "Example", "https://elsewhere.example.org");
        assertFails("origin", changed(options.challenge(), other, List.of(-7)), credential);
    }

    @Test
    void anotherRelyingPartyFails() {
        RelyingParty other = new RelyingParty(
                "example.net", "Example", options.relyingParty().origin());
        assertFails("rpIdHash", changed(options.challenge(), other, List.of(-7)), credential);
    }

    @Test
    void algorithmNotOfferedFails() {
        assertFails("algorithm", changed(options.challenge(), options.relyingParty(), List.of(-257)), credential);
    }

    @Test
    void otherAaguidThanReportedFails() throws DeviceException {
        AuthenticatorRig other = AuthenticatorRig.of("aaguid=01020304-0506-0708-090a-0b0c0d0e0f10");
        Problem problem = verifier.checkNew(credential, options, other.authenticator.info())
                .orElseThrow();
        assertEquals(List.of("aaguid"), problem.arguments());
    }

    @Test
    void anotherCredentialIdFails() {
        assertFails(
                "credentialId",
                options,
                new NewCredential(
                        CredentialId.of(new byte[] {1}),
                        credential.clientDataJson(),
                        credential.attestationObject(),
                        List.of()));
    }

    @Test
    void malformedAttestationFails() {
        assertFails("format", options, with(credential.clientDataJson(), new byte[] {1, 2, 3}));
    }

    @Test
    void assertionOverAnotherHashFails() throws DeviceException {
        Assertion signed = bench.authenticator
                .credentials()
                .getAssertion(AuthenticatorRig.RP, credential.id(), HASH, AuthenticatorRig.pin());
        byte[] other = HASH.clone();
        other[0] = 1;
        assertAssertionFails("signature", signed, other);
    }

    @Test
    void assertionForAnotherRelyingPartyOrWithoutUvFails() throws DeviceException {
        Assertion signed = bench.authenticator
                .credentials()
                .getAssertion(AuthenticatorRig.RP, credential.id(), HASH, AuthenticatorRig.pin());
        byte[] data = signed.authenticatorData();
        data[32] = 0;
        assertAssertionFails("UV", new Assertion(data, signed.signature()), HASH);
        data[0] ^= 1;
        assertAssertionFails("rpIdHash", new Assertion(data, signed.signature()), HASH);
        assertAssertionFails("format", new Assertion(new byte[3], signed.signature()), HASH);
    }

    @Test
    void signingWithAnUnknownCredentialIsRefused() {
        DeviceException refusal = assertThrows(DeviceException.class, () -> bench.authenticator
                .credentials()
                .getAssertion(AuthenticatorRig.RP, CredentialId.of(new byte[64]), HASH, AuthenticatorRig.pin()));
        assertTrue(refusal.problem().is(DeviceProblem.NO_CREDENTIALS));
    }

    private NewCredential with(byte[] clientData, byte[] object) {
        return new NewCredential(credential.id(), clientData, object, List.of());
    }

    private EnrolmentOptions changed(String challenge, RelyingParty relyingParty, List<Integer> algorithms) {
        return new EnrolmentOptions(
                "",
                relyingParty,
                options.account(),
                challenge,
                algorithms,
                List.of(),
                options.extensions(),
                options.attestation(),
                Instant.MAX);
    }

    private void assertFails(String check, EnrolmentOptions expected, NewCredential made) {
        Problem problem =
                verifier.checkNew(made, expected, bench.authenticator.info()).orElseThrow();
        assertTrue(problem.is(DeviceProblem.ATTESTATION_INVALID));
        assertEquals(List.of(check), problem.arguments(), problem.detail());
    }

    private void assertAssertionFails(String check, Assertion signed, byte[] hash) {
        Problem problem = verifier.checkAssertion(
                        credential, options.relyingParty().id(), signed, hash)
                .orElseThrow();
        assertTrue(problem.is(DeviceProblem.ASSERTION_INVALID));
        assertEquals(List.of(check), problem.arguments(), problem.detail());
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
