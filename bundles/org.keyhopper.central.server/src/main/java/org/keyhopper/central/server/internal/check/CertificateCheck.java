package org.keyhopper.central.server.internal.check;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.keyhopper.central.server.internal.ServerCertificate;
import org.keyhopper.central.server.internal.check.Check.Finding;
import org.keyhopper.central.server.internal.check.Check.Level;
import org.keyhopper.central.server.internal.config.Configuration;

/** The certificate of the server: whether its key fits, its dates, and whether it is for the host of the public URL. */
record CertificateCheck(Configuration.Tls files, String host) {

    private static final String SUBJECT = "tls.certificate";
    private static final Duration AHEAD = Duration.ofDays(21);
    private static final int DNS = 2;
    private static final int IP = 7;

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try {
            List<X509Certificate> chain = ServerCertificate.chain(files);
            chain.forEach(each -> findings.add(dates(each)));
            if (!isFor(chain.getFirst())) {
                findings.add(new Finding(
                        Level.ERROR,
                        SUBJECT,
                        "It is not for " + host + ", the host of public.url. Have one issued for that host, or correct"
                                + " public.url."));
            }
        } catch (IOException e) {
            findings.add(
                    new Finding(Level.ERROR, "tls.certificate, tls.key", "A file cannot be read: " + e.getMessage()));
        } catch (GeneralSecurityException e) {
            findings.add(new Finding(
                    Level.ERROR,
                    "tls.certificate, tls.key",
                    e.getMessage() + ". Give the certificate, followed by those of its issuers, and its private key as"
                            + " PEM (PKCS #8)."));
        }
        return findings;
    }

    private static Finding dates(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        Instant end = certificate.getNotAfter().toInstant();
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            return new Finding(Level.ERROR, SUBJECT, name + " expired on " + end + ". Replace it.");
        } catch (CertificateNotYetValidException e) {
            return new Finding(
                    Level.ERROR,
                    SUBJECT,
                    name + " is valid from " + certificate.getNotBefore().toInstant()
                            + " on. Check the clock of this computer.");
        }
        return Instant.now().plus(AHEAD).isAfter(end)
                ? new Finding(Level.WARNING, SUBJECT, name + " expires on " + end + ". Replace it before.")
                : new Finding(Level.OK, SUBJECT, name + " is valid until " + end + ", and the key fits.");
    }

    private boolean isFor(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names != null
                && names.stream()
                        .filter(each -> each.getFirst() instanceof Integer kind && (kind == DNS || kind == IP))
                        .anyMatch(each -> matches(each.getLast().toString().toLowerCase(Locale.ROOT)));
    }

    /** A wildcard stands for one label (RFC 6125 section 6.4.3). */
    private boolean matches(String name) {
        String wanted = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        int dot = wanted.indexOf('.');
        return name.equals(wanted)
                || name.startsWith("*.") && dot > 0 && name.substring(1).equals(wanted.substring(dot));
    }
}
