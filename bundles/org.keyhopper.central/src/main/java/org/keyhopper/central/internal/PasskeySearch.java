package org.keyhopper.central.internal;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.core.reconcile.ListedPasskeys;

/**
 * Searches the directory for the credential of an enrolment.
 *
 * @param handle the directory's handle, where the enrolment named one; counts only where the directory does not list
 *     credential ids
 */
record PasskeySearch(Passkeys passkeys, DirectoryUser user, CredentialId credential, Optional<String> handle) {

    static PasskeySearch forEnrolment(Passkeys passkeys, Enrolment enrolment) {
        return new PasskeySearch(
                passkeys,
                enrolment.user(),
                enrolment.made().orElseThrow().credential().id(),
                Optional.of(enrolment.options().enrolmentId()).filter(id -> !id.isEmpty()));
    }

    /** Returns the passkey, empty if it is not there; unclear if the directory does not tell. */
    Answer<Optional<RegisteredPasskey>> find() {
        return switch (passkeys.list(user)) {
            case Answer.Done<List<RegisteredPasskey>>(List<RegisteredPasskey> listed) ->
                new ListedPasskeys(listed).find(credential, handle);
            case Answer.Failed<List<RegisteredPasskey>>(Problem problem) -> Answer.unclear(problem);
            case Answer.Unclear<List<RegisteredPasskey>>(Problem problem) -> Answer.unclear(problem);
        };
    }
}
