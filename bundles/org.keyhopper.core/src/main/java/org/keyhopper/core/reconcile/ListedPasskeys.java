package org.keyhopper.core.reconcile;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.core.run.RunProblem;

/**
 * The passkeys that a directory lists for a person. The one rule for recognising the passkey of an attempt among them, after a
 * lost answer and when reconciling.
 */
public record ListedPasskeys(List<RegisteredPasskey> passkeys) {

    public ListedPasskeys {
        passkeys = List.copyOf(passkeys);
    }

    /**
     * Finds the passkey of a credential.
     *
     * @param handle the directory's handle for the passkey, where the enrolment named one; counts only where the directory does
     *     not list credential ids
     * @return empty if it is not listed; CANNOT_TELL if that is not certain, since some are listed without credential ids
     */
    public Answer<Optional<RegisteredPasskey>> find(CredentialId credential, Optional<String> handle) {
        Optional<RegisteredPasskey> found = passkeys.stream()
                .filter(passkey -> isOf(passkey, credential, handle))
                .findFirst();
        boolean allTell = handle.isPresent()
                || passkeys.stream()
                        .noneMatch(passkey -> passkey.credentialIds().isEmpty());
        return found.isPresent() || allTell ? Answer.done(found) : Answer.unclear(Problem.of(RunProblem.CANNOT_TELL));
    }

    private static boolean isOf(RegisteredPasskey passkey, CredentialId credential, Optional<String> handle) {
        return passkey.credentialIds().isEmpty()
                ? handle.isPresent() && handle.get().equals(passkey.id())
                : passkey.credentialIds().contains(credential);
    }
}
