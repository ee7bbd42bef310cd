package org.keyhopper.rehearsal.authenticator.internal.attestation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.keyhopper.rehearsal.authenticator.internal.crypto.Digests;

/**
 * The attestation root of the rehearsal and the certificate of one model below it.
 *
 * <p>Keys are derived from fixed texts, so that every process on every machine has the same chain; it must never be
 * trusted.
 */
public final class AttestationIssuer {
    private static final ASN1ObjectIdentifier AAGUID_EXTENSION = new ASN1ObjectIdentifier("1.3.6.1.4.1.45724.1.1.4");
    private static final X500Name ROOT_NAME = new X500Name("C=DE,O=Keyhopper Rehearsal,CN=Keyhopper Rehearsal Root");
    private static final Date FROM = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final Date UNTIL = Date.from(Instant.parse("2049-12-31T00:00:00Z"));
    private static final ECNamedDomainParameters CURVE =
            new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1, SECNamedCurves.getByName("secp256r1"));

    private AttestationIssuer() {}

    /** Returns the root certificate of all rehearsal chains. */
    public static X509Certificate root() {
        var builder = builder(1, ROOT_NAME, rootKey());
        extend(builder, Extension.basicConstraints, new BasicConstraints(0).toASN1Primitive());
        extend(builder, Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign).toASN1Primitive());
        return signed(builder);
    }

    /** Returns key and certificate for the authenticators of one model. */
    public static AttestationLeaf leaf(UUID aaguid) {
        ECPrivateKeyParameters key = key("leaf " + aaguid);
        var subject =
                new X500Name("C=DE,O=Keyhopper Rehearsal,OU=Authenticator Attestation,CN=Rehearsal Card " + aaguid);
        var builder = builder(serial(aaguid), subject, key);
        extend(builder, Extension.basicConstraints, new BasicConstraints(false).toASN1Primitive());
        extendPlainly(builder, aaguid);
        return new AttestationLeaf(privateKey(key), signed(builder));
    }

    /** Returns key and certificate of the metadata signer. */
    public static AttestationLeaf metadataSigner() {
        ECPrivateKeyParameters key = key("metadata");
        var builder = builder(2, new X500Name("C=DE,O=Keyhopper Rehearsal,CN=Keyhopper Rehearsal Metadata"), key);
        extend(builder, Extension.basicConstraints, new BasicConstraints(false).toASN1Primitive());
        return new AttestationLeaf(privateKey(key), signed(builder));
    }

    /** Returns the 16 bytes of an AAGUID. */
    public static byte[] bytes(UUID aaguid) {
        return ByteBuffer.allocate(16)
                .putLong(aaguid.getMostSignificantBits())
                .putLong(aaguid.getLeastSignificantBits())
                .array();
    }

    private static X509v3CertificateBuilder builder(long serial, X500Name subject, ECPrivateKeyParameters key) {
        try {
            var publicKey =
                    new ECPublicKeyParameters(CURVE.getG().multiply(key.getD()).normalize(), CURVE);
            var info = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey);
            return new X509v3CertificateBuilder(ROOT_NAME, BigInteger.valueOf(serial), FROM, UNTIL, subject, info);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extend(X509v3CertificateBuilder builder, ASN1ObjectIdentifier id, ASN1Encodable value) {
        try {
            builder.addExtension(id, true, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extendPlainly(X509v3CertificateBuilder builder, UUID aaguid) {
        try {
            builder.addExtension(AAGUID_EXTENSION, false, new DEROctetString(bytes(aaguid)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder) {
        X509CertificateHolder holder = builder.build(new RepeatableSigner(rootKey()));
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrivateKey privateKey(ECPrivateKeyParameters key) {
        try {
            byte[] encoded = PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded();
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECPrivateKeyParameters rootKey() {
        return key("root");
    }

    private static ECPrivateKeyParameters key(String label) {
        BigInteger seed = new BigInteger(1, Digests.sha256("org.keyhopper.rehearsal attestation " + label));
        BigInteger d = seed.mod(CURVE.getN().subtract(BigInteger.ONE)).add(BigInteger.ONE);
        return new ECPrivateKeyParameters(d, CURVE);
    }

    private static long serial(UUID aaguid) {
        return aaguid.getLeastSignificantBits() & 0x7FFFFFFFL | 0x100000000L;
    }
}
