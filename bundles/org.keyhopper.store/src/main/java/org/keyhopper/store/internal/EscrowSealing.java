package org.keyhopper.store.internal;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.escrow.EscrowCertificate;
import org.keyhopper.escrow.PinSealer;

/** Seals PINs with the key of this station to the active certificates. */
final class EscrowSealing {

    private static final String KEY = "station-key";

    private final Database database;
    private final SqlSecrets secrets;
    private final Clock clock;

    EscrowSealing(StoreContext station) {
        database = station.database();
        secrets = station.secretsOf("escrow");
        clock = station.clock();
    }

    /**
     * A sealed PIN as its row has it.
     *
     * @param certificates the fingerprints, separated by spaces
     */
    record Sealed(String sealed, String certificates) {}

    /** Seals a PIN of an open ceremony; empty if no certificate is active. */
    Optional<Sealed> seal(CeremonyId ceremony, Secret pin) {
        List<PinEscrow.Certificate> active = database.read(EscrowSealing::active);
        if (active.isEmpty()) {
            return Optional.empty();
        }
        active.forEach(this::requireValid);
        PinSealer sealer = new PinSealer(
                active.stream().map(PinEscrow.Certificate::certificate).toList(), stationKey());
        String context = database.read(in -> SealedPinContext.of(in, ceremony));
        return Optional.of(new Sealed(
                Base64.getEncoder().encodeToString(sealer.seal(pin, context)),
                active.stream().map(PinEscrow.Certificate::fingerprint).collect(Collectors.joining(" "))));
    }

    /** No PIN is set that an organisation believes to be in escrow and is not. */
    private void requireValid(PinEscrow.Certificate active) {
        Optional<Problem> fault = EscrowCertificate.faultOf(active.certificate(), clock.instant());
        if (fault.isPresent()) {
            throw new StoreException("The PIN cannot be sealed to the escrow certificate "
                    + active.certificate().getSubjectX500Principal().getName() + ", which is valid from "
                    + active.certificate().getNotBefore().toInstant() + " to "
                    + active.certificate().getNotAfter().toInstant()
                    + ". Check the clock, or activate another key and retire this one.");
        }
    }

    /** Returns the key pair with which this station signs, made when it is first needed. */
    KeyPair stationKey() {
        try (Secret stored = secrets.getOrMake(KEY, EscrowSealing::newKey)) {
            String[] parts = new String(stored.toChars()).split("\\.");
            KeyFactory keys = KeyFactory.getInstance("EC");
            Base64.Decoder decoder = Base64.getDecoder();
            return new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(decoder.decode(parts[1]))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(parts[0]))));
        } catch (GeneralSecurityException e) {
            throw new StoreException("The key with which this station signs sealed PINs cannot be read.", e);
        }
    }

    private static Secret newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder encoder = Base64.getEncoder();
            return Secret.of(encoder.encodeToString(pair.getPrivate().getEncoded()) + "."
                    + encoder.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<PinEscrow.Certificate> active(Transaction in) throws SQLException {
        return in.list(
                "SELECT * FROM escrow_certificate WHERE retired IS NULL ORDER BY activated DESC, fingerprint",
                EscrowSealing::certificate);
    }

    static PinEscrow.Certificate certificate(Row unverified) throws SQLException {
        Row row = unverified.verified(ProtectedTable.ESCROW_CERTIFICATE);
        return new PinEscrow.Certificate(
                row.text("fingerprint"),
                decoded(row.text("certificate")),
                row.instant("activated"),
                row.maybe("retired").map(Instant::parse));
    }

    private static X509Certificate decoded(String base64) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        } catch (CertificateException e) {
            throw new StoreException("A stored escrow certificate is damaged. Activate it again.", e);
        }
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
