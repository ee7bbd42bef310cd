package org.keyhopper.testkit.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A private key and its self-signed certificate in a PKCS#12 file, made by keytool, which every JDK has.
 *
 * @param file has the {@link #PASSWORD}
 */
public record SelfSignedCertificate(Path file, PrivateKey key, X509Certificate certificate) {

    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "key";

    /**
     * Makes a file.
     *
     * @param algorithm RSA (2048 bits), EC (P-256) or Ed25519
     * @param name the common name, and the DNS name that TLS clients compare
     * @param options further options of "keytool -genkeypair"
     */
    public static SelfSignedCertificate make(Path file, String algorithm, String name, String... options)
            throws IOException, GeneralSecurityException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(keytool(), "-genkeypair", "-alias", ALIAS, "-keyalg", algorithm, "-dname", "CN=" + name));
        switch (algorithm) {
            case "RSA" -> command.addAll(List.of("-keysize", "2048"));
            case "EC" -> command.addAll(List.of("-groupname", "secp256r1"));
            default -> {}
        }
        command.addAll(List.of("-ext", "san=dns:" + name, "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD, "-keystore", file.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        return new SelfSignedCertificate(
                file, (PrivateKey) store.getKey(ALIAS, PASSWORD.toCharArray()), (X509Certificate)
                        store.getCertificate(ALIAS));
    }

    private static String keytool() {
        return Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    }

    /** Returns the certificate as PEM (RFC 7468 section 5). */
    public String certificatePem() throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    /** Returns the key as PEM without a password (RFC 7468 section 10). */
    public String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** Returns bytes as PEM with this label. */
    public static String pem(String label, byte[] content) {
        String text = Base64.getMimeEncoder().encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    /** Returns a context that presents this certificate and trusts it alone. */
    public SSLContext tls() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, key, PASSWORD.toCharArray(), new X509Certificate[] {certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
