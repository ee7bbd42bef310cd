package org.keyhopper.rehearsal.authenticator.internal.command;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.keyhopper.rehearsal.authenticator.internal.attestation.AttestationIssuer;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.crypto.Digests;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;
import org.keyhopper.rehearsal.authenticator.model.Credential;

/** Builds authenticator data (WebAuthn, section 6.1). */
final class AuthenticatorData {
    private static final int UP = 0x01;
    private static final int UV = 0x04;
    private static final int AT = 0x40;
    private static final int ED = 0x80;

    private final byte[] rpIdHash;
    private final byte[] attested;
    private int flags;
    private int counter;
    private byte[] extensions = {};

    private AuthenticatorData(String rpId, byte[] attested, int flags) {
        rpIdHash = Digests.sha256(rpId);
        this.attested = attested;
        this.flags = flags;
    }

    /** For a new credential, with user presence. */
    static AuthenticatorData of(Credential credential, UUID aaguid) {
        return new AuthenticatorData(credential.relyingParty().id(), attested(credential, aaguid), AT | UP);
    }

    /** For an assertion. */
    static AuthenticatorData of(String rpId, boolean present) {
        return new AuthenticatorData(rpId, new byte[0], present ? UP : 0);
    }

    AuthenticatorData counter(int value) {
        counter = value;
        return this;
    }

    AuthenticatorData verified(boolean uv) {
        flags |= uv ? UV : 0;
        return this;
    }

    AuthenticatorData extensions(CborMapBuilder outputs) {
        if (!outputs.isEmpty()) {
            flags |= ED;
            extensions = outputs.encoded();
        }
        return this;
    }

    byte[] encoded() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(rpIdHash);
        out.write(flags);
        out.writeBytes(ByteBuffer.allocate(4).putInt(counter).array());
        out.writeBytes(attested);
        out.writeBytes(extensions);
        return out.toByteArray();
    }

    private static byte[] attested(Credential credential, UUID aaguid) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(AttestationIssuer.bytes(aaguid));
        out.writeBytes(
                ByteBuffer.allocate(2).putShort((short) credential.id().length).array());
        out.writeBytes(credential.id());
        out.writeBytes(P256.cose(P256.publicKey(credential.key().publicKey()), P256.ES256)
                .encoded());
        return out.toByteArray();
    }
}
