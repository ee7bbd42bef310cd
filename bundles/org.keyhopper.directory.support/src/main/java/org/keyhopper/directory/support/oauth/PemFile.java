package org.keyhopper.directory.support.oauth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A PEM file (RFC 7468) with a certificate and a PKCS#8 private key, in any order, the key encrypted or not. */
final class PemFile {

    private PemFile() {}

    static ClientCertificate read(byte[] content, char[] password) throws IOException, GeneralSecurityException {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        Optional<byte[]> plain = block(text, "PRIVATE KEY");
        PKCS8EncodedKeySpec spec = plain.isPresent()
                ? new PKCS8EncodedKeySpec(plain.get())
                : decrypted(required(text, "ENCRYPTED PRIVATE KEY"), password);
        byte[] encoded = required(text, "CERTIFICATE");
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        PrivateKey key = KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                .generatePrivate(spec);
        return new ClientCertificate(key, certificate);
    }

    private static byte[] required(String text, String label) throws KeyException {
        return block(text, label).orElseThrow(() -> new KeyException("no " + label));
    }

    private static Optional<byte[]> block(String text, String label) {
        Matcher block = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----")
                .matcher(text);
        return block.find() ? Optional.of(Base64.getMimeDecoder().decode(block.group(1))) : Optional.empty();
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] block, char[] password)
            throws IOException, GeneralSecurityException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(block);
        AlgorithmParameters parameters = info.getAlgParameters();
        String algorithm =
                "PBES2".equals(info.getAlgName()) && parameters != null ? parameters.toString() : info.getAlgName();
        PBEKeySpec spec = new PBEKeySpec(password);
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.DECRYPT_MODE, SecretKeyFactory.getInstance(algorithm).generateSecret(spec), parameters);
        spec.clearPassword();
        return info.getKeySpec(cipher);
    }
}
