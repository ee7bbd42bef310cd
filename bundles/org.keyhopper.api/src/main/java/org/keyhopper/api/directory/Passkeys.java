package org.keyhopper.api.directory;

import java.util.List;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.osgi.annotation.versioning.ConsumerType;

/** The passkeys of people in a directory. Blocking. Only {@link #complete} may answer unclear for a registration. */
@ConsumerType
public interface Passkeys {

    /**
     * Checks whether a passkey on this model can be registered for the user, before anything is changed. Read-only, safe to
     * repeat; may ask the operator to confirm a change that {@link #begin} would have to make first.
     */
    Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device);

    /** Fetches fresh options. Safe to repeat; may leave a pending device behind, see {@link #abandon}. */
    Answer<EnrolmentOptions> begin(DirectoryUser user);

    /**
     * Registers a credential. A call sends the request at most once. Unclear after no response or a 5xx: the caller searches
     * for the credential, and calls again with the same arguments only if it is absent.
     *
     * @param displayName the name in the person's list of passkeys; shortened by the connector to the limit of the directory
     */
    Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName);

    /** Returns the registered passkeys of the person. Safe to repeat. */
    Answer<List<RegisteredPasskey>> list(DirectoryUser user);

    /**
     * Reads one passkey back from the directory, waiting some seconds for it to appear. NOT_READ_BACK when it does not.
     * Safe to repeat.
     */
    Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId);

    /** Deletes one passkey. Safe to repeat: false if there was none. */
    Answer<Boolean> delete(DirectoryUser user, String passkeyId);

    /**
     * Removes what {@link #begin} left pending at the directory, if anything. Safe to repeat: false if there was
     * nothing.
     *
     * @param enrolmentId the id in the options; empty to remove every pending enrolment of the user, if no options were received
     */
    Answer<Boolean> abandon(DirectoryUser user, String enrolmentId);
}
