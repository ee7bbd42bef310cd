package org.keyhopper.core.internal.ceremony;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.core.run.RunProblem;

/** Searches the directory for a credential after a registration whose answer was lost. Blocking; network. */
public final class RegistrationSearch {

    private final Passkeys passkeys;
    private final DirectoryUser user;
    private final RetryPolicy policy;

    public RegistrationSearch(Passkeys passkeys, DirectoryUser user, RetryPolicy policy) {
        this.passkeys = passkeys;
        this.user = user;
        this.policy = policy;
    }

    /** The result of a search. */
    public sealed interface Finding {
        record Present(RegisteredPasskey passkey) implements Finding {}

        record Absent() implements Finding {}

        /** Not known: the directory did not answer, or lists passkeys without their credential ids. */
        record Unknown(Problem problem) implements Finding {}
    }

    /**
     * Searches as often as the policy says until the credential is found.
     *
     * @param handle the directory's handle for the passkey, where the enrolment named one
     */
    public Finding find(CredentialId credential, Optional<String> handle) {
        Finding finding = look(credential, handle);
        for (int i = 1; i < policy.attempts() && !(finding instanceof Finding.Present); i++) {
            if (!pause()) {
                return new Finding.Unknown(Problem.of(RunProblem.STOPPED));
            }
            finding = look(credential, handle);
        }
        return finding;
    }

    private Finding look(CredentialId credential, Optional<String> handle) {
        var answer = passkeys.list(user);
        if (answer.failure().isPresent()) {
            return new Finding.Unknown(answer.failure().get());
        }
        List<RegisteredPasskey> listed = answer.result().orElseThrow();
        Optional<RegisteredPasskey> ours = listed.stream()
                .filter(passkey -> isOurs(passkey, credential, handle))
                .findFirst();
        if (ours.isPresent()) {
            return new Finding.Present(ours.get());
        }
        boolean allTell = handle.isPresent()
                || listed.stream().noneMatch(passkey -> passkey.credentialIds().isEmpty());
        return allTell ? new Finding.Absent() : new Finding.Unknown(Problem.of(RunProblem.CANNOT_TELL));
    }

    /** The handle counts only where the directory does not list the credential ids. */
    private static boolean isOurs(RegisteredPasskey passkey, CredentialId credential, Optional<String> handle) {
        return passkey.credentialIds().isEmpty()
                ? handle.isPresent() && handle.get().equals(passkey.id())
                : passkey.credentialIds().contains(credential);
    }

    private boolean pause() {
        try {
            Thread.sleep(policy.pause());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
