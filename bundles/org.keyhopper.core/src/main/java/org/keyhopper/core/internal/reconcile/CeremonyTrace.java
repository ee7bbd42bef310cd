package org.keyhopper.core.internal.reconcile;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.internal.ceremony.DeviceCleanup;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.fido.Assertion;

/** What the journal has recorded of a ceremony, read for reconciling it. */
record CeremonyTrace(CeremonyRecord ceremony, Profile profile) {

    CeremonyId id() {
        return ceremony.id();
    }

    boolean reached(JournalPoint point) {
        return ceremony.reached(point);
    }

    Optional<String> fact(String key) {
        return ceremony.fact(key);
    }

    /** Returns whether the device did its whole part, so that only the read-back or the closing is missing. */
    boolean isComplete() {
        return hasSigned() && (reached(JournalPoint.FINISHED) || isTrue(JournalFacts.COMPLETE));
    }

    /** Returns whether the device proved the credential in the ceremony. */
    boolean hasSigned() {
        return reached(JournalPoint.SIGNED) || reached(JournalPoint.PROVED);
    }

    /** Returns whether its PIN was drawn for it, so that another device has the same one only by chance. */
    boolean hasRandomPin() {
        return profile.pin() instanceof PinRule.Random;
    }

    /** Returns whether its device can be told from others of its model. */
    boolean isRecognisable() {
        return madeCredential().isPresent() || hasRandomPin() && reached(JournalPoint.PIN_SETTING);
    }

    /**
     * Returns what it may have left on its device.
     *
     * @param certain whether the device at hand is certainly the one that the ceremony began with
     */
    DeviceCleanup.Trace deviceTrace(boolean certain) {
        return new DeviceCleanup.Trace(
                wasBlank(),
                certain,
                reached(JournalPoint.RESET),
                reached(JournalPoint.PIN_SETTING),
                reached(JournalPoint.MAKING),
                madeCredential(),
                fact(JournalFacts.RP_ID).orElse(""));
    }

    /** Returns whether its device has to sign before the passkey is accepted, or has to be cleaned. */
    boolean needsDevice() {
        return mayBeOnDevice() && !isComplete();
    }

    /** Returns whether it put anything on its device that it did not remove again. */
    boolean mayBeOnDevice() {
        boolean touched = reached(JournalPoint.PIN_SETTING) || reached(JournalPoint.MAKING);
        return touched && !reached(JournalPoint.UNDONE) && !isTrue(JournalFacts.DEVICE_CLEAN);
    }

    /** Returns whether its device may have the PIN that it was to get. */
    boolean mayHavePin() {
        return reached(JournalPoint.PIN_SETTING) && mayBeOnDevice();
    }

    /** Returns whether its device was reset, or was identified as blank. */
    boolean wasBlank() {
        return isTrue(JournalFacts.BLANK);
    }

    Optional<CredentialId> madeCredential() {
        return fact(JournalFacts.CREDENTIAL_ID).map(CredentialId::ofBase64Url);
    }

    /** Returns the directory's handle for the passkey, if it named one before or after the registration. */
    Optional<String> handle() {
        return fact(JournalFacts.PASSKEY_ID)
                .or(() -> fact(JournalFacts.ENROLMENT_ID).filter(id -> !id.isEmpty()));
    }

    String rpId() {
        return fact(JournalFacts.RP_ID).orElseThrow();
    }

    NewCredential credential() {
        return new NewCredential(
                madeCredential().orElseThrow(),
                decoded(JournalFacts.CLIENT_DATA),
                decoded(JournalFacts.ATTESTATION_OBJECT),
                List.of());
    }

    /** Returns the enrolment id, empty when the directory gave none or its options were never received. */
    String enrolmentId() {
        return fact(JournalFacts.ENROLMENT_ID).orElse("");
    }

    /** Only the id counts for requests; names are for the operator. */
    DirectoryUser userOf(RecipientState recipient) {
        return new DirectoryUser(
                fact(JournalFacts.USER_ID).orElseThrow(),
                fact(JournalFacts.USER_NAME).orElse(recipient.recipient().user()),
                recipient.recipient().name(),
                recipient.recipient().email(),
                DirectoryUser.AccountState.UNKNOWN);
    }

    /** Returns the number of the claim at Central, if it was under one. */
    Optional<Long> centralClaim() {
        return fact(JournalFacts.CENTRAL_CLAIM).map(Long::valueOf);
    }

    Optional<byte[]> proofClientData() {
        return fact(JournalFacts.PROOF_CLIENT_DATA)
                .map(it -> Base64.getDecoder().decode(it));
    }

    /** Returns the proof for Central, if the device signed it. */
    Optional<Assertion> proof() {
        return fact(JournalFacts.PROOF_SIGNATURE)
                .map(it -> new Assertion(
                        decoded(JournalFacts.PROOF_AUTHENTICATOR_DATA), decoded(JournalFacts.PROOF_SIGNATURE)));
    }

    private boolean isTrue(String key) {
        return fact(key).map(Boolean::valueOf).orElse(false);
    }

    private byte[] decoded(String key) {
        return Base64.getDecoder().decode(fact(key).orElseThrow());
    }
}
