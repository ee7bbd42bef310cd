package org.keyhopper.fido.internal;

import com.yubico.yubikit.fido.Cbor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.keyhopper.api.device.CredentialId;

/**
 * An attestation object (WebAuthn level 3 section 6.5.4), built from the response to makeCredential. Every value keeps
 * its original encoding: bytes covered by a signature are never re-encoded.
 */
record AttestationObject(byte[] bytes, CredentialId credentialId, boolean enterprise) {

    private static final int FORMAT = 0x01;
    private static final int AUTHENTICATOR_DATA = 0x02;
    private static final int STATEMENT = 0x03;
    private static final int ENTERPRISE = 0x04;
    private static final byte[] TRUE = {(byte) 0xF5};
    private static final byte[] NO_STATEMENT = {(byte) 0xA0};
    private static final byte MAP_OF_THREE = (byte) 0xA3;

    /** Length of rpIdHash, flags, signCount and aaguid, which precede the length of the credential id. */
    private static final int BEFORE_ID = 32 + 1 + 4 + 16;

    /** Parses status byte and CBOR. Malformed responses cause an unchecked exception. */
    static AttestationObject of(byte[] answer) {
        Map<Object, byte[]> members = members(answer);
        ByteArrayOutputStream object = new ByteArrayOutputStream(answer.length + 32);
        object.write(MAP_OF_THREE);
        write(object, "fmt", members.get(FORMAT));
        write(object, "attStmt", members.getOrDefault(STATEMENT, NO_STATEMENT));
        write(object, "authData", members.get(AUTHENTICATOR_DATA));
        return new AttestationObject(
                object.toByteArray(),
                credentialId(members.get(AUTHENTICATOR_DATA)),
                Arrays.equals(TRUE, members.get(ENTERPRISE)));
    }

    private static void write(ByteArrayOutputStream object, String key, byte[] value) {
        object.writeBytes(Cbor.encode(key));
        object.writeBytes(value);
    }

    private static CredentialId credentialId(byte[] encoded) {
        ByteBuffer data = ByteBuffer.wrap((byte[]) Cbor.decode(encoded)).position(BEFORE_ID);
        byte[] id = new byte[data.getShort() & 0xFFFF];
        data.get(id);
        return CredentialId.of(id);
    }

    /** Splits the map of the response into its values, each in its original encoding. */
    private static Map<Object, byte[]> members(byte[] answer) {
        ByteBuffer cbor = ByteBuffer.wrap(answer).position(1);
        int size = mapSize(cbor);
        Map<Object, byte[]> members = new HashMap<>();
        for (int i = 0; i < size; i++) {
            Object key = Cbor.decodeFrom(cbor);
            int start = cbor.position();
            Cbor.decodeFrom(cbor);
            members.put(
                    key,
                    ByteBuffer.allocate(cbor.position() - start)
                            .put(answer, start, cbor.position() - start)
                            .array());
        }
        return members;
    }

    /** CTAP maps are small and of definite length: the size is in the low bits of the initial byte. */
    private static int mapSize(ByteBuffer cbor) {
        int head = cbor.get() & 0xFF;
        if (head < 0xA0 || head > 0xB7) {
            throw new IllegalArgumentException("unsupported map header: " + head);
        }
        return head - 0xA0;
    }
}
