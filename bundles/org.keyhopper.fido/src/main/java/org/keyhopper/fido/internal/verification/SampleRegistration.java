package org.keyhopper.fido.internal.verification;

import com.yubico.yubikit.fido.Cbor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.util.BigIntegers;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Account;
import org.keyhopper.api.directory.EnrolmentOptions.Attestation;
import org.keyhopper.api.directory.EnrolmentOptions.Extensions;
import org.keyhopper.api.directory.EnrolmentOptions.RelyingParty;
import org.keyhopper.api.directory.NewCredential;

/** A registration that passes every check, for warming up the WebAuthn library. */
final class SampleRegistration {

    private static final int ES256 = -7;

    static final EnrolmentOptions OPTIONS = new EnrolmentOptions(
            "",
            new RelyingParty("sample.invalid", "Sample", "https://sample.invalid"),
            new Account(new byte[] {1}, "sample", "Sample"),
            "c2FtcGxlIGNoYWxsZW5nZQ",
            List.of(ES256),
            List.of(),
            Extensions.NONE,
            Attestation.NONE,
            Instant.MAX);

    private static final int COORDINATE = 32;
    private static final byte[] ID = {1};
    private static final byte FLAGS_UP_UV_AT = 0x45;
    private static final String CLIENT_DATA = "{\"type\":\"webauthn.create\",\"challenge\":\"c2FtcGxlIGNoYWxsZW5nZQ\","
            + "\"origin\":\"https://sample.invalid\",\"crossOrigin\":false}";

    private SampleRegistration() {}

    /**
     * Returns a credential of a new key, with self attestation (WebAuthn level 3 section 8.2): the elliptic curve arithmetic
     * has to be loaded as well.
     */
    static NewCredential credential() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] clientData = CLIENT_DATA.getBytes(StandardCharsets.UTF_8);
        byte[] data = authenticatorData(((ECPublicKey) pair.getPublic()).getW());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        signature.update(sha256(clientData));
        Map<String, ?> statement = Map.of("alg", ES256, "sig", signature.sign());
        return new NewCredential(
                CredentialId.of(ID),
                clientData,
                Cbor.encode(Map.of("fmt", "packed", "attStmt", statement, "authData", data)),
                List.of());
    }

    private static byte[] authenticatorData(ECPoint point) throws GeneralSecurityException {
        byte[] x = BigIntegers.asUnsignedByteArray(COORDINATE, point.getAffineX());
        byte[] y = BigIntegers.asUnsignedByteArray(COORDINATE, point.getAffineY());
        byte[] key = Cbor.encode(Map.of(1, 2, 3, ES256, -1, 1, -2, x, -3, y));
        return ByteBuffer.allocate(55 + ID.length + key.length)
                .put(sha256("sample.invalid".getBytes(StandardCharsets.UTF_8)))
                .put(FLAGS_UP_UV_AT)
                .position(53)
                .putShort((short) ID.length)
                .put(ID)
                .put(key)
                .array();
    }

    private static byte[] sha256(byte[] data) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }
}
