package org.keyhopper.core.vault;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/**
 * Initial PINs sealed to the certificates of an organisation. While a certificate is active, each PIN that the {@link PinVault}
 * keeps is sealed too, before the device gets it; once its ceremony has ended, only the sealed PIN is left. No private key comes
 * here. A sealed PIN is deleted when its device is reset, lost or revoked. Any thread; blocking on the store.
 */
public interface PinEscrow {

    /** The most certificates that may be active: one in use, and one as a spare or during a change. */
    int MOST_ACTIVE = 2;

    /**
     * A certificate to which PINs are sealed, or were.
     *
     * @param fingerprint SHA-256 of the certificate, in lower-case hexadecimal digits
     * @param retired since when no PIN is sealed to it
     */
    record Certificate(String fingerprint, X509Certificate certificate, Instant activated, Optional<Instant> retired) {}

    /** Lists the certificates, those last activated first. */
    List<Certificate> certificates();

    /**
     * Has every PIN from now on sealed to this certificate, too.
     *
     * @return why not: {@code escrow.certificate-…}, or {@code escrow.too-many-keys}
     */
    Optional<Problem> activate(X509Certificate certificate);

    /** Has no further PIN sealed to this certificate; returns false if it is not active. */
    boolean retire(String fingerprint);

    /** Lists the sealed PINs of a request that are on a device, the last one of each person, in order. */
    List<EscrowedPin> list(RequestId request);

    /** Lists the sealed PINs of all requests that are on a device and whose receipt is not confirmed. */
    List<EscrowedPin> unconfirmed();

    /**
     * Records a release, and then returns the sealed PINs: all that were asked for, or none. They are checked first:
     * {@code escrow.sealed-pin-invalid} when one was changed or moved, {@code escrow.no-such-pin} when one is missing,
     * {@code escrow.too-many-releases} when the limit per hour is reached.
     */
    Answer<List<EscrowedPin>> release(PinReleaseOrder order);

    /** Records that a person has the letter or PIN; returns false unless it was released. */
    boolean handOver(RecipientId recipient);

    /** Records that a person confirmed that the PIN works; returns false unless it was released. */
    boolean confirmReceipt(RecipientId recipient);

    /**
     * Deletes the sealed PINs whose receipt was confirmed before this time, and those of the {@link PinVault} that were shown last
     * before it; returns how many.
     */
    int purge(Instant before);

    /** Returns how long PINs are kept after their receipt was confirmed or they were shown; 30 days unless it was changed. */
    Duration retention();

    /** Changes the retention, in whole days. */
    void retain(Duration retention);

    /** Lists the releases of a request, the last one first. */
    List<PinRelease> releases(RequestId request);
}
