package org.keyhopper.fido.internal.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The trusted signer of metadata.
 *
 * @param root the trust anchor of the certificate path
 * @param host the host name that the first certificate must contain, if any
 */
record Signer(X509Certificate root, Optional<String> host) {

    /** The trust anchor issues certificates for many, so the name must match (section 3.1.8). */
    private static final String FIDO_ALLIANCE = "mds.fidoalliance.org";

    private static final int DNS_NAME = 2;

    static Signer endingAt(X509Certificate root) {
        return new Signer(root, Optional.empty());
    }

    static Signer ofFidoAlliance() throws CertificateException {
        try (InputStream pem = Signer.class.getResourceAsStream("globalsign-root-r3.pem")) {
            return new Signer(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem),
                    Optional.of(FIDO_ALLIANCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does not check revocation, which requires network access. */
    void require(CertPath path) throws CertificateException {
        List<? extends java.security.cert.Certificate> certificates = path.getCertificates();
        if (certificates.isEmpty()) {
            throw new CertificateException("the file names no certificate of its signer");
        }
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
        } catch (GeneralSecurityException e) {
            throw new CertificateException(e.getMessage(), e);
        }
        if (host.isPresent() && !contains((X509Certificate) certificates.getFirst(), host.get())) {
            throw new CertificateException("not signed by " + host.get());
        }
    }

    private static boolean contains(X509Certificate certificate, String host) throws CertificateException {
        return certificate.getSubjectAlternativeNames() != null
                && certificate.getSubjectAlternativeNames().stream()
                        .anyMatch(name -> name.get(0).equals(DNS_NAME) && host.equals(name.get(1)));
    }
}
