package org.keyhopper.rehearsal.authenticator.internal.command;

import java.security.PrivateKey;
import java.util.List;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.attestation.AttestationIssuer;
import org.keyhopper.rehearsal.authenticator.internal.attestation.AttestationLeaf;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.crypto.Digests;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;
import org.keyhopper.rehearsal.authenticator.model.AttestationKind;
import org.keyhopper.rehearsal.authenticator.model.Credential;

/** Creates the attestation of a new credential (WebAuthn, sections 8.2 and 8.7). */
final class AttestationStatement {
    private final AuthenticatorContext device;

    AttestationStatement(AuthenticatorContext device) {
        this.device = device;
    }

    /** Returns the response to makeCredential. */
    CborMapBuilder over(byte[] authData, CreationRequest request, Credential credential) {
        byte[] signed = Digests.join(authData, request.clientDataHash());
        boolean enterprise = request.enterprise().isPresent();
        AttestationKind kind = enterprise
                ? AttestationKind.CERTIFICATE
                : device.personality().credentials().attestation();
        CborMapBuilder answer = CborMapBuilder.empty().put(0x02, authData);
        if (enterprise) {
            answer.put(0x04, true);
        }
        return switch (kind) {
            case NONE -> answer.put(0x01, "none").put(0x03, CborMapBuilder.empty());
            case SELF -> answer.put(0x01, "packed").put(0x03, self(credential, signed));
            case CERTIFICATE -> answer.put(0x01, "packed").put(0x03, certified(signed));
        };
    }

    private CborMapBuilder self(Credential credential, byte[] signed) {
        return signature(P256.privateKey(credential.key().privateKey()), signed);
    }

    private CborMapBuilder certified(byte[] signed) {
        AttestationLeaf leaf =
                AttestationIssuer.leaf(device.personality().identity().aaguid());
        return signature(leaf.key(), signed).put("x5c", List.of(leaf.encoded()));
    }

    private CborMapBuilder signature(PrivateKey key, byte[] signed) {
        return CborMapBuilder.empty().put("alg", P256.ES256).put("sig", P256.sign(key, signed, device.random()));
    }
}
