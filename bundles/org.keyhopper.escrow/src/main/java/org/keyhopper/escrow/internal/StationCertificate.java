package org.keyhopper.escrow.internal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A self-signed certificate around the key of a station, without which other programs do not verify a CMS signature. It vouches
 * for nothing: a station is known by its key.
 */
final class StationCertificate {

    /** The time that means "no expiry" (RFC 5280 section 4.1.2.5). */
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private StationCertificate() {}

    static X509CertificateHolder of(KeyPair station)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        X500Name name = new X500Name("CN=Keyhopper station");
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(Instant.EPOCH),
                Date.from(NEVER),
                name,
                SubjectPublicKeyInfo.getInstance(station.getPublic().getEncoded()));
        builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyIdentifier(station)));
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(station.getPrivate()));
    }

    static byte[] keyIdentifier(KeyPair station) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(station.getPublic().getEncoded());
    }
}
