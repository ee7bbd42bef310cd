package org.keyhopper.core.central;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** What may be wrong between a station and Central, as the station sees it. */
public enum CentralConnectionProblem implements ProblemCode {
    /** Central was not reached; nothing was sent. Argument 0: its address. */
    UNREACHABLE,
    /** Central did not answer in time, or the connection was lost. Argument 0: its address. */
    NO_ANSWER,
    /** Something that is no Central, or another version, answered. Argument 0: its address. */
    BAD_ANSWER,
    /** The server has another key than the one that was confirmed. Argument 0: its address. */
    KEY_DIFFERS,
    /**
     * Central names another escrow certificate than the one that was confirmed; no PIN is sealed to it. Argument 0: the SHA-256
     * fingerprint of that certificate.
     */
    ESCROW_DIFFERS,
    /** The station is no member of a Central. */
    NOT_JOINED,
    /** The station is a member already. Argument 0: the address of its Central. */
    ALREADY_JOINED,
    /** The sign-in of the operator has ended. */
    SIGN_IN_ENDED,
    /** The operator gave the sign-in up, or did not finish it in time. */
    SIGN_IN_CANCELLED,
    /** The roles at Central do not allow to reset devices. Argument 0: the name of Central. */
    RESET_NOT_PERMITTED,
    /** The directory is reached by Central only. */
    ONLY_AT_CENTRAL;

    @Override
    public String id() {
        return "central." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
