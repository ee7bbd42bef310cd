package org.keyhopper.fido.internal.verification;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.util.SignatureUtil;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.fido.Assertion;

/** Verifies an assertion (WebAuthn level 3 section 7.2) over a client data hash without client data. */
final class AssertionCheck {

    private static final int HASH_LENGTH = 32;
    private static final int SHORTEST_DATA = HASH_LENGTH + 1 + 4;

    private final AttestationObjectConverter attestations = new AttestationObjectConverter(WebAuthnObjects.CONVERTER);

    void pass(NewCredential credential, String relyingPartyId, Assertion assertion, byte[] clientDataHash)
            throws FailedCheck {
        byte[] data = assertion.authenticatorData();
        FailedCheck.require(data.length >= SHORTEST_DATA, "format", "authenticator data of " + data.length + " bytes");
        try {
            byte[] rpIdHash = sha256(relyingPartyId.getBytes(StandardCharsets.UTF_8));
            FailedCheck.require(
                    Arrays.equals(rpIdHash, Arrays.copyOf(data, HASH_LENGTH)),
                    "rpIdHash",
                    "not the hash of " + relyingPartyId);
            FailedCheck.require(
                    AuthenticatorData.checkFlagUV(data[HASH_LENGTH]), "UV", "the PIN was not taken as verification");
            FailedCheck.require(
                    isSigned(key(credential), assertion, clientDataHash),
                    "signature",
                    "not signed with the new credential");
        } catch (GeneralSecurityException e) {
            throw new FailedCheck("signature", e.toString());
        } catch (RuntimeException e) {
            // The library reports malformed input by unchecked exceptions of many kinds.
            throw FailedCheck.of(e);
        }
    }

    private COSEKey key(NewCredential credential) {
        return attestations
                .convert(credential.attestationObject())
                .getAuthenticatorData()
                .getAttestedCredentialData()
                .getCOSEKey();
    }

    private static boolean isSigned(COSEKey key, Assertion assertion, byte[] clientDataHash)
            throws GeneralSecurityException {
        Signature signature = SignatureUtil.createSignature(key.getAlgorithm().toSignatureAlgorithm());
        signature.initVerify(key.getPublicKey());
        signature.update(assertion.authenticatorData());
        signature.update(clientDataHash);
        return signature.verify(assertion.signature());
    }

    private static byte[] sha256(byte[] data) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }
}
