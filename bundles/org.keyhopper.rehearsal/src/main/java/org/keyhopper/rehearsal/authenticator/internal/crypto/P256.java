package org.keyhopper.rehearsal.authenticator.internal.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;

/** The curve P-256: keys, COSE form (RFC 9053), ECDH and ES256. */
public final class P256 {
    /** COSE algorithm ES256. */
    public static final int ES256 = -7;

    /** The COSE algorithm that CTAP prescribes for the key agreement key. */
    public static final int ECDH_ES_HKDF_256 = -25;

    private P256() {}

    /** A new key pair. */
    public static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A public key in COSE form. */
    public static CborMapBuilder cose(ECPublicKey key, int algorithm) {
        return CborMapBuilder.empty()
                .put(1, 2)
                .put(3, algorithm)
                .put(-1, 1)
                .put(-2, coordinate(key.getW().getAffineX()))
                .put(-3, coordinate(key.getW().getAffineY()));
    }

    /** ECDH with a public key in COSE form; the x coordinate. */
    public static byte[] agree(PrivateKey own, CborParameters peerCose) {
        byte[] x = peerCose.bytes(-2);
        byte[] y = peerCose.bytes(-3);
        if (peerCose.integer(1) != 2 || peerCose.integer(-1) != 1 || x.length != 32 || y.length != 32) {
            throw new CtapFailure(Status.INVALID_PARAMETER);
        }
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own);
            agreement.doPhase(publicKey(x, y), true);
            return agreement.generateSecret();
        } catch (InvalidKeyException | InvalidKeySpecException e) {
            throw new CtapFailure(Status.INVALID_PARAMETER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** ES256 over a message, ASN.1 DER. */
    public static byte[] sign(PrivateKey key, byte[] message, SecureRandom random) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key, random);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A private key from PKCS #8. */
    public static PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A public key from SubjectPublicKeyInfo. */
    public static ECPublicKey publicKey(byte[] encoded) {
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A public key in the uncompressed form of SEC 1. */
    public static byte[] uncompressed(ECPublicKey key) {
        return Digests.join(
                new byte[] {4},
                coordinate(key.getW().getAffineX()),
                coordinate(key.getW().getAffineY()));
    }

    private static ECPublicKey publicKey(byte[] x, byte[] y) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(new BigInteger(1, x), new BigInteger(1, y));
        var spec = new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] raw = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(raw.length, 32);
        System.arraycopy(raw, raw.length - length, fixed, 32 - length, length);
        Arrays.fill(raw, (byte) 0);
        return fixed;
    }
}
