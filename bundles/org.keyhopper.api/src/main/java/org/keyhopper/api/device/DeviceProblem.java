package org.keyhopper.api.device;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** What can go wrong with a device or on the way to it. CTAP names are those of CTAP 2.2 section 6.3. */
public enum DeviceProblem implements ProblemCode {
    /** The device left while it was in use. */
    GONE,
    /** No answer within the deadline. */
    TIMEOUT,
    /** The exchange was cancelled by the operator. */
    CANCELLED,
    /** Another program holds the device. */
    BUSY,
    /** The operating system refuses access for lack of rights. */
    ACCESS_DENIED,
    /** A helper process with more rights was found, but it is not to be trusted or speaks another version. */
    HELPER_UNUSABLE,
    /** The person sits at another computer, whose USB keys are not passed on to this one. */
    REMOTE_SESSION,
    /** The smart-card service is not running or was restarted. */
    SERVICE_UNAVAILABLE,
    /** The smart-card service hangs: it, a reader or its driver does not answer. */
    SERVICE_SILENT,
    /** The reader answered with an error, or was unplugged. */
    READER_ERROR,
    /** A card lies in the reader but its chip does not power up: wrong way round, or not a smart card. */
    CARD_MUTE,
    /** The card has no FIDO applet. Argument 0: the status word, if any. */
    NO_FIDO_APPLET,
    /** The device speaks only U2F (CTAP1). */
    U2F_ONLY,
    /** The device answered in a way the protocol does not allow. */
    PROTOCOL_ERROR,
    /** The device does not offer a function it needs for this profile. Argument 0: the function. */
    NOT_SUPPORTED,
    /** The device cannot store discoverable credentials (option rk). */
    NO_RESIDENT_KEYS,
    /** No algorithm in common with the directory. */
    NO_COMMON_ALGORITHM,
    /** CREDENTIAL_EXCLUDED, or the exclude pre-flight found one: this person already has this device. */
    CREDENTIAL_EXCLUDED,
    /** KEY_STORE_FULL, or no remaining slots. */
    KEY_STORE_FULL,
    /** PIN_INVALID. Argument 0: retries left. */
    PIN_INVALID,
    /** One try is left for the PIN, and nobody has said that it may be used; nothing was sent. */
    PIN_LAST_TRY,
    /** PIN_BLOCKED: only a reset helps. */
    PIN_BLOCKED,
    /** PIN_AUTH_BLOCKED: take the device out and put it back. */
    PIN_AUTH_BLOCKED,
    /** PIN_NOT_SET although one is needed. */
    PIN_NOT_SET,
    /** A PIN is set and the profile does not say how to get past it. */
    PIN_ALREADY_SET,
    /** PIN_POLICY_VIOLATION: too short, too simple or used before. */
    PIN_POLICY_VIOLATION,
    /** A PIN longer than any this device can have. Argument 0: the bytes of UTF-8 it may have at most. */
    PIN_TOO_LONG,
    /** The device insists on a PIN change before anything else. */
    PIN_CHANGE_FORCED,
    /** The device refused a PIN token. */
    PIN_TOKEN_REFUSED,
    /** The person or device declined (OPERATION_DENIED). */
    OPERATION_DENIED,
    /** Not touched in time (USER_ACTION_TIMEOUT, ACTION_TIMEOUT). */
    NOT_TOUCHED,
    /** UP_REQUIRED: the presence of this insertion is used up. */
    PRESENCE_REQUIRED,
    /** NOT_ALLOWED at reset: too late after power-up. */
    RESET_TOO_LATE,
    /** Reset is switched off or not possible over this connection. */
    RESET_NOT_POSSIBLE,
    /** NO_CREDENTIALS: the one asked for is not on the device. */
    NO_CREDENTIALS,
    /** Something wrong with what the device made; argument 0 names the check that failed. */
    ATTESTATION_INVALID,
    /** The assertion with the new credential did not verify. */
    ASSERTION_INVALID,
    /** A different device came back. */
    DIFFERENT_DEVICE,
    /** It cannot be told from another of its model, and nobody is there to confirm it; it was not reset. */
    CANNOT_TELL_APART,
    /** It cannot be told from another of its model, and the operator did not confirm it; it was not reset. */
    NOT_CONFIRMED,
    /** The device knows FIDO 2.0 only: it can be used, but not listed or configured. */
    FIDO_2_0_ONLY,
    /** Somebody's fingerprints are stored on the device. */
    FINGERPRINTS_STORED,
    /** Already provisioned: known to the inventory, or holding a PIN or credentials. */
    ALREADY_PROVISIONED,
    /** Any other CTAP status. Argument 0: the code in hex. */
    CTAP_ERROR;

    @Override
    public String id() {
        return "device." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
