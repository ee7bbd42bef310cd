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
import org.keyhopper.core.run.RunProblem;

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
            case Answer.Done<List<RegisteredPasskey>>(List<RegisteredPasskey> listed) -> among(listed);
            case Answer.Failed<List<RegisteredPasskey>>(Problem problem) -> Answer.unclear(problem);
            case Answer.Unclear<List<RegisteredPasskey>>(Problem problem) -> Answer.unclear(problem);
        };
    }

    private Answer<Optional<RegisteredPasskey>> among(List<RegisteredPasskey> listed) {
        Optional<RegisteredPasskey> found =
                listed.stream().filter(this::isSought).findFirst();
        boolean allTell = handle.isPresent()
                || listed.stream().noneMatch(passkey -> passkey.credentialIds().isEmpty());
        return found.isPresent() || allTell ? Answer.done(found) : Answer.unclear(Problem.of(RunProblem.CANNOT_TELL));
    }

    private boolean isSought(RegisteredPasskey passkey) {
        return passkey.credentialIds().isEmpty()
                ? handle.isPresent() && handle.get().equals(passkey.id())
                : passkey.credentialIds().contains(credential);
    }
}
