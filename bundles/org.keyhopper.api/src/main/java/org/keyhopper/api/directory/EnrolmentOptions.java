package org.keyhopper.api.directory;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.keyhopper.api.device.CredentialId;

/**
 * The options of a directory for creating a credential (PublicKeyCredentialCreationOptions, WebAuthn level 3 section
 * 5.4), normalised.
 *
 * @param enrolmentId the connector's handle for this enrolment; may be empty. If not, the registered passkey is
 *     listed with this id
 * @param relyingParty the relying party
 * @param account the account
 * @param challenge base64url text without padding, exactly as it goes into clientDataJSON
 * @param algorithms COSE algorithm identifiers in the order of preference
 * @param exclude credentials that are already registered for the account
 * @param extensions the requested extensions
 * @param attestation the requested attestation conveyance
 * @param expires when the directory stops accepting the registration
 */
public record EnrolmentOptions(
        String enrolmentId,
        RelyingParty relyingParty,
        Account account,
        String challenge,
        List<Integer> algorithms,
        List<CredentialId> exclude,
        Extensions extensions,
        Attestation attestation,
        Instant expires) {

    /** The relying party, and the origin that clientDataJSON names. */
    public record RelyingParty(String id, String name, String origin) {}

    /** The account: user handle of 1 to 64 bytes, account name, person's name. */
    public record Account(byte[] handle, String name, String displayName) {
        public Account {
            handle = handle.clone();
        }

        @Override
        public byte[] handle() {
            return handle.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Account account
                    && Arrays.equals(handle, account.handle)
                    && name.equals(account.name)
                    && displayName.equals(account.displayName);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(handle);
        }
    }

    /**
     * CTAP extensions.
     *
     * @param hmacSecret whether hmac-secret is requested
     * @param credProtect the requested level, 1 to 3, if any
     * @param credProtectEnforced whether a device without credProtect must be refused if the level is above 1
     */
    public record Extensions(boolean hmacSecret, OptionalInt credProtect, boolean credProtectEnforced) {
        public static final Extensions NONE = new Extensions(false, OptionalInt.empty(), false);
    }

    /** AttestationConveyancePreference, WebAuthn level 3 section 5.4.7. */
    public enum Attestation {
        NONE,
        INDIRECT,
        DIRECT,
        ENTERPRISE
    }

    /** Returns the same options with another time of expiry. */
    public EnrolmentOptions expiring(Instant time) {
        return new EnrolmentOptions(
                enrolmentId, relyingParty, account, challenge, algorithms, exclude, extensions, attestation, time);
    }

    public EnrolmentOptions {
        algorithms = List.copyOf(algorithms);
        exclude = List.copyOf(exclude);
    }
}
