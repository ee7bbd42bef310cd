package org.keyhopper.escrow;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.operator.OperatorCreationException;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.escrow.internal.Envelope;
import org.keyhopper.escrow.internal.StationSignature;

/**
 * Seals PINs: SignedData (RFC 5652 section 5) of a station with the context as content identifier (RFC 2634 section 2.7), around
 * a ContentInfo with AuthEnvelopedData (RFC 5083), AES-256-GCM, for the escrow certificates, with the context as authenticated
 * attribute. Any one of their private keys opens it. Thread-safe.
 */
public final class PinSealer {

    private final List<X509Certificate> certificates;
    private final KeyPair station;

    /**
     * @param certificates to which PINs are sealed, each as {@link EscrowCertificate#faultOf} permits
     * @param station the key pair of the station, P-256
     */
    public PinSealer(List<X509Certificate> certificates, KeyPair station) {
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("no certificate to seal to");
        }
        this.certificates = List.copyOf(certificates);
        this.station = station;
    }

    /**
     * Returns the sealed PIN, DER.
     *
     * @param context what the PIN is for, such as {@code claim:17}; signed with it, and readable by anyone
     */
    public byte[] seal(Secret pin, String context) {
        byte[] clear = pin.toUtf8();
        try {
            return StationSignature.sign(Envelope.of(clear, context, certificates), context, station);
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a PIN could not be sealed", e);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }
}
