package org.keyhopper.escrow;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.operator.OperatorCreationException;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.escrow.internal.Envelope;
import org.keyhopper.escrow.internal.InvalidPinException;
import org.keyhopper.escrow.internal.StationSignature;

/** Checks sealed PINs without opening them. Thread-safe. */
public final class SealedPinVerifier {

    private static final int LONGEST = 16 * 1024;

    private SealedPinVerifier() {}

    /**
     * Returns what is wrong with a sealed PIN: {@link EscrowProblem#SEALED_PIN_INVALID}.
     *
     * @param station the key that must have signed it
     * @param context for which it must have been sealed
     * @param certificates to which it must have been sealed, and to no other
     */
    public static Optional<Problem> faultOf(
            byte[] sealed, PublicKey station, String context, List<X509Certificate> certificates) {
        try {
            InvalidPinException.unless(sealed.length <= LONGEST, "size");
            byte[] envelope = StationSignature.verified(sealed, station, context);
            Envelope.requireSealedTo(envelope, context, certificates);
            return Optional.empty();
        } catch (InvalidPinException e) {
            return Optional.of(Problem.of(EscrowProblem.SEALED_PIN_INVALID, e.getMessage()));
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            // Bouncy Castle answers malformed structures with unchecked exceptions.
            return Optional.of(
                    Problem.of(EscrowProblem.SEALED_PIN_INVALID, "form").withDetail(String.valueOf(e.getMessage())));
        }
    }
}
