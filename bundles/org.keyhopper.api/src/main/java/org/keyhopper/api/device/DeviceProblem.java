package org.keyhopper.api.device;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** Failures of a device or of the connection to it. CTAP names are those of CTAP 2.2 section 6.3. */
public enum DeviceProblem implements ProblemCode {
    /** The device was removed while it was in use. */
    GONE,
    /** No answer within the deadline. */
    TIMEOUT,
    /** The exchange was cancelled by the operator. */
    CANCELLED,
    /** Another program has exclusive access to the device. */
    BUSY,
    /** The operating system denies access because of missing permissions. */
    ACCESS_DENIED,
    /** A helper process with more permissions was found, but it is not trusted or has an incompatible version. */
    HELPER_UNUSABLE,
    /** The user works in a remote session whose USB keys are not redirected to this computer. */
    REMOTE_SESSION,
    /** The smart-card service is not running or was restarted. */
    SERVICE_UNAVAILABLE,
    /** The smart-card service, a reader or its driver does not respond. */
    SERVICE_SILENT,
    /** The reader reported an error or was unplugged. */
    READER_ERROR,
    /** A card is in the reader but does not respond to power-up: inserted the wrong way round, or not a smart card. */
    CARD_MUTE,
    /** The card has no FIDO applet. Argument 0: the status word, if any. */
    NO_FIDO_APPLET,
    /** The device supports only U2F (CTAP1). */
    U2F_ONLY,
    /** The response of the device violates the protocol. */
    PROTOCOL_ERROR,
    /** The device lacks a function that the profile requires. Argument 0: the function. */
    NOT_SUPPORTED,
    /** The device does not support discoverable credentials (option rk). */
    NO_RESIDENT_KEYS,
    /** Device and directory have no algorithm in common. */
    NO_COMMON_ALGORITHM,
    /**
     * CREDENTIAL_EXCLUDED, or the pre-flight found an excluded credential: the device is already registered for this
     * person.
     */
    CREDENTIAL_EXCLUDED,
    /** KEY_STORE_FULL, or no slots remain. */
    KEY_STORE_FULL,
    /** PIN_INVALID. Argument 0: retries left. */
    PIN_INVALID,
    /** One PIN attempt remains and its use was not confirmed; nothing was sent. */
    PIN_LAST_TRY,
    /** PIN_BLOCKED: the device must be reset. */
    PIN_BLOCKED,
    /** PIN_AUTH_BLOCKED: the device must be removed and reinserted. */
    PIN_AUTH_BLOCKED,
    /** PIN_NOT_SET although one is required. */
    PIN_NOT_SET,
    /** A PIN is set and the profile does not specify how to proceed. */
    PIN_ALREADY_SET,
    /** PIN_POLICY_VIOLATION: too short, too simple or used before. */
    PIN_POLICY_VIOLATION,
    /** The PIN exceeds the maximum length of the device. Argument 0: the maximum in UTF-8 bytes. */
    PIN_TOO_LONG,
    /** The device requires a PIN change before any other operation. */
    PIN_CHANGE_FORCED,
    /** The device refused a PIN token. */
    PIN_TOKEN_REFUSED,
    /** OPERATION_DENIED. */
    OPERATION_DENIED,
    /** No touch within the time limit (USER_ACTION_TIMEOUT, ACTION_TIMEOUT). */
    NOT_TOUCHED,
    /** UP_REQUIRED: the user presence of this insertion is consumed. */
    PRESENCE_REQUIRED,
    /** NOT_ALLOWED at reset: too late after power-up. */
    RESET_TOO_LATE,
    /** Reset is disabled or not possible over this connection. */
    RESET_NOT_POSSIBLE,
    /** NO_CREDENTIALS: the requested credential is not on the device. */
    NO_CREDENTIALS,
    /** The attestation is invalid. Argument 0: the check that failed. */
    ATTESTATION_INVALID,
    /** The assertion with the new credential did not verify. */
    ASSERTION_INVALID,
    /** A different device was inserted. */
    DIFFERENT_DEVICE,
    /** The device cannot be distinguished from others of its model and no operator can confirm it; it was not reset. */
    CANNOT_TELL_APART,
    /**
     * The device cannot be distinguished from others of its model and the operator did not confirm it; it was not
     * reset.
     */
    NOT_CONFIRMED,
    /** The device supports only FIDO 2.0: it can be used, but its credentials can be neither listed nor configured. */
    FIDO_2_0_ONLY,
    /** Fingerprints are enrolled on the device. */
    FINGERPRINTS_STORED,
    /** Already provisioned: recorded in the inventory, or holding a PIN or credentials. */
    ALREADY_PROVISIONED,
    /** Any other CTAP status. Argument 0: the code in hex. */
    CTAP_ERROR;

    @Override
    public String id() {
        return "device." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
