package org.keyhopper.core.journal;

/** The keys of facts in the journal. */
public final class JournalFacts {

    public static final String USER_ID = "userId";
    public static final String USER_NAME = "userName";
    public static final String AAGUID = "aaguid";
    public static final String MODEL = "model";
    public static final String SERIAL = "serial";
    public static final String SLOT = "slot";
    public static final String DIRECTORY = "directory";
    public static final String DEVICE_NAME = "deviceName";

    /** Whether the device was blank before: {@code true} or {@code false}. */
    public static final String BLANK = "blank";

    public static final String RP_ID = "rpId";

    /** The directory's handle for the enrolment begun, which may be empty. */
    public static final String ENROLMENT_ID = "enrolmentId";

    public static final String CREDENTIAL_ID = "credentialId";

    /** Base64 of clientDataJSON. */
    public static final String CLIENT_DATA = "clientData";

    /** Base64 of the attestation object. */
    public static final String ATTESTATION_OBJECT = "attestationObject";

    /** The directory's handle. */
    public static final String PASSKEY_ID = "passkeyId";

    /** At SIGNED and PROVED: whether no step follows, {@code true} or {@code false}. */
    public static final String COMPLETE = "complete";

    /** At RESET: the label by which the operator confirmed a device that could not be distinguished from others of its model. */
    public static final String LABEL = "label";

    /** At STARTED: the number of the claim at Central, of a station that has joined one. */
    public static final String CENTRAL_CLAIM = "centralClaim";

    /** At MAKING: Base64 of the client data that the device signs for Central. */
    public static final String PROOF_CLIENT_DATA = "proofClientData";

    /** At SIGNED: Base64 of authenticator data and signature of the proof for Central. */
    public static final String PROOF_AUTHENTICATOR_DATA = "proofAuthenticatorData";

    public static final String PROOF_SIGNATURE = "proofSignature";

    /** At REGISTERED and PROVED: that the PIN is confirmed in the escrow of Central, {@code true}. */
    public static final String PIN_IN_ESCROW = "pinInEscrow";

    /** Why undoing began: a problem's code. */
    public static final String CAUSE = "cause";

    /** At UNDOING: whether nothing is left on the device, {@code true}. */
    public static final String DEVICE_CLEAN = "deviceClean";

    private JournalFacts() {}
}
