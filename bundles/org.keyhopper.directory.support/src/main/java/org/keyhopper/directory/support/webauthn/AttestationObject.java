package org.keyhopper.directory.support.webauthn;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;

/**
 * What a registration says of itself (WebAuthn level 3 sections 6.1 and 6.5). It is read, not verified: whether it is true
 * has to be established by the caller.
 *
 * @param format attestation statement format
 * @param certified whether the statement holds certificates ({@code x5c}), so that it is neither none nor self attestation
 * @param rpIdHash SHA-256 of the relying party id
 * @param flags of the authenticator data
 * @param signCount signature counter
 * @param aaguid the model
 * @param credentialId its id
 * @param publicKey COSE_Key, byte for byte as in the authenticator data
 * @param algorithm COSE algorithm of the key
 */
public record AttestationObject(
        String format,
        boolean certified,
        byte[] rpIdHash,
        int flags,
        long signCount,
        UUID aaguid,
        CredentialId credentialId,
        byte[] publicKey,
        int algorithm) {

    private static final int HASH = 32;
    private static final int ATTESTED = 0x40;
    private static final int KEY_ALGORITHM = 3;

    public AttestationObject {
        rpIdHash = rpIdHash.clone();
        publicKey = publicKey.clone();
    }

    /** Reads an attestation object; empty when it is malformed, or holds no credential. */
    public static Optional<AttestationObject> read(byte[] cbor) {
        try {
            String format = "";
            boolean certified = false;
            byte[] data = {};
            CborReader reader = new CborReader(cbor);
            for (long left = reader.map(); left > 0; left--) {
                switch (reader.text()) {
                    case "fmt" -> format = reader.text();
                    case "attStmt" -> certified = hasCertificates(reader);
                    case "authData" -> data = reader.bytes();
                    default -> reader.skip();
                }
            }
            return Optional.of(of(format, certified, data));
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            return Optional.empty();
        }
    }

    private static boolean hasCertificates(CborReader reader) {
        boolean found = false;
        for (long left = reader.map(); left > 0; left--) {
            found |= reader.text().equals("x5c");
            reader.skip();
        }
        return found;
    }

    private static AttestationObject of(String format, boolean certified, byte[] data) {
        ByteBuffer fields = ByteBuffer.wrap(data);
        byte[] hash = new byte[HASH];
        fields.get(hash);
        int flags = fields.get() & 0xFF;
        if ((flags & ATTESTED) == 0) {
            throw new IllegalArgumentException("no attested credential data");
        }
        long signCount = fields.getInt() & 0xFFFF_FFFFL;
        UUID aaguid = new UUID(fields.getLong(), fields.getLong());
        byte[] id = new byte[fields.getShort() & 0xFFFF];
        fields.get(id);
        // Extensions may follow the key.
        CborReader key = new CborReader(Arrays.copyOfRange(data, fields.position(), data.length));
        int algorithm = algorithm(key);
        byte[] publicKey = Arrays.copyOfRange(data, fields.position(), fields.position() + key.position());
        return new AttestationObject(
                format, certified, hash, flags, signCount, aaguid, CredentialId.of(id), publicKey, algorithm);
    }

    private static int algorithm(CborReader key) {
        int algorithm = 0;
        for (long left = key.map(); left > 0; left--) {
            if (key.integer() == KEY_ALGORITHM) {
                algorithm = (int) key.integer();
            } else {
                key.skip();
            }
        }
        return algorithm;
    }

    @Override
    public byte[] rpIdHash() {
        return rpIdHash.clone();
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttestationObject object
                && credentialId.equals(object.credentialId)
                && Arrays.equals(publicKey, object.publicKey);
    }

    @Override
    public int hashCode() {
        return credentialId.hashCode();
    }
}
