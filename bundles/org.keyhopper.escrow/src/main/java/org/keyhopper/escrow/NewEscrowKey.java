package org.keyhopper.escrow;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.keyhopper.api.settings.Secret;

/** Makes escrow keys: RSA with 3072 bits and a self-signed certificate, in a PKCS#12 file with a password. */
public final class NewEscrowKey {

    private static final int BITS = 3072;
    private static final int SERIAL_BITS = 64;
    private static final Duration VALIDITY = Duration.ofDays(3 * 365L + 1);

    /** Certificates are valid a little earlier, for clocks that are slow. */
    private static final Duration EARLIER = Duration.ofMinutes(10);

    private NewEscrowKey() {}

    /**
     * Makes a key, valid for three years, and writes it into a new file that only its owner can read. Blocking, up to seconds.
     *
     * @param name the common name of the certificate's subject
     * @throws IOException if the file exists, or cannot be written; nothing is left then
     */
    public static EscrowKey create(String name, Instant now, Path file, Secret password) throws IOException {
        // Making a key takes seconds, and the file is created only then.
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            EscrowKey key = new EscrowKey(certificate(name, now, pair), pair.getPrivate());
            write(file, password, pair, key.certificate());
            return key;
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("an escrow key could not be made", e);
        }
    }

    private static X509Certificate certificate(String name, Instant now, KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        X500Principal subject = new X500Principal("CN=\"" + name.replaceAll("[\\\\\"]", "\\\\$0") + "\"");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                Date.from(now.minus(EARLIER)),
                Date.from(now.plus(VALIDITY)),
                subject,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }

    private static void write(Path file, Secret password, KeyPair pair, X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        char[] characters = password.toChars();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("escrow", pair.getPrivate(), characters, new Certificate[] {certificate});
            Files.createFile(file, attributes(file));
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                store.store(out, characters);
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static FileAttribute<?>[] attributes(Path file) {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
