package org.keyhopper.core.internal.ceremony;

import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.core.reconcile.ListedPasskeys;
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
        Answer<Optional<RegisteredPasskey>> found =
                new ListedPasskeys(answer.result().orElseThrow()).find(credential, handle);
        if (found.failure().isPresent()) {
            return new Finding.Unknown(found.failure().get());
        }
        return found.result().orElseThrow().<Finding>map(Finding.Present::new).orElseGet(Finding.Absent::new);
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
