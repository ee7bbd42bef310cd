package org.keyhopper.central.client.internal;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** TLS with servers that are known by their public key. */
final class ServerTrust {

    /** Thrown in a handshake with a server whose key is not the pinned one. */
    static final class OtherKeyException extends CertificateException {
        private static final long serialVersionUID = 1L;

        OtherKeyException() {
            super("the server has another key");
        }
    }

    /** Decides about the certificate of a server. */
    @FunctionalInterface
    private interface Check {
        void of(X509Certificate certificate) throws CertificateException;
    }

    private ServerTrust() {}

    /** Returns SHA-256 of the public key (SubjectPublicKeyInfo). */
    static String fingerprint(X509Certificate certificate) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(certificate.getPublicKey().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns a context that accepts this key only, whatever the certificate says of host and time. */
    static SSLContext pinned(String fingerprint) {
        return context(certificate -> {
            if (!fingerprint.equals(fingerprint(certificate))) {
                throw new OtherKeyException();
            }
        });
    }

    /** Returns a context that reports the certificate and refuses it, so that nothing is sent. */
    static SSLContext reporting(Consumer<X509Certificate> listener) {
        return context(certificate -> {
            listener.accept(certificate);
            throw new OtherKeyException();
        });
    }

    private static SSLContext context(Check check) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new KeyTrust(check)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /** An extended trust manager, to which the runtime adds no check of its own. */
    private static final class KeyTrust extends X509ExtendedTrustManager {

        private final Check check;

        KeyTrust(Check check) {
            this.check = check;
        }

        private void server(X509Certificate[] chain) throws CertificateException {
            if (chain == null || chain.length == 0) {
                throw new CertificateException("the server has no certificate");
            }
            check.of(chain[0]);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            server(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            server(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            server(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
