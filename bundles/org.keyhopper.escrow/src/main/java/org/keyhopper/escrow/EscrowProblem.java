package org.keyhopper.escrow;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** What may be wrong with escrow keys and sealed PINs. */
public enum EscrowProblem implements ProblemCode {
    /** PINs cannot be sealed to this certificate. Argument 0: what is wrong with it, in a few English words. */
    CERTIFICATE_UNSUITABLE,
    /** The certificate is not valid now. Argument 0: its subject; 1: the first and 2: the last day of its validity. */
    CERTIFICATE_NOT_VALID,
    /** The file or token holds no key that can be read with this password. Argument 0: its name. */
    KEY_UNREADABLE,
    /** The key opens none of the PINs. Argument 0: the subject of its certificate. */
    WRONG_KEY,
    /** A sealed PIN was changed, or belongs to someone or something else. Argument 0: what is wrong, in a few English words. */
    SEALED_PIN_INVALID,
    /** No sealed PIN of this person is on a device. */
    NO_SUCH_PIN,
    /** As many keys are active as may be. Argument 0: their number. */
    TOO_MANY_KEYS,
    /** PINs were released too often. Argument 0: the limit per hour; 1: minutes until the next release. */
    TOO_MANY_RELEASES;

    @Override
    public String id() {
        return "escrow." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
