package org.keyhopper.central.server.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.server.internal.config.Configuration;

/** The certificate of the server and its issuers, as the file has them. */
public final class ServerCertificate {

    private ServerCertificate() {}

    /** Returns when the first of the chain expires; empty without TLS. */
    public static Optional<Instant> end(Configuration configuration) throws IOException, GeneralSecurityException {
        if (configuration.tls().isEmpty()) {
            return Optional.empty();
        }
        return chain(configuration.tls().get()).stream()
                .map(each -> each.getNotAfter().toInstant())
                .min(Instant::compareTo);
    }

    /** Returns the chain, that of the server first; fails if the key does not fit. */
    public static List<X509Certificate> chain(Configuration.Tls files) throws IOException, GeneralSecurityException {
        KeyStore store = PemKeyStore.read(files);
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate each : store.getCertificateChain("server")) {
            chain.add((X509Certificate) each);
        }
        return chain;
    }
}
