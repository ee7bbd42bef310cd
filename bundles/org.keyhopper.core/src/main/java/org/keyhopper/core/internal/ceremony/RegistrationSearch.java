package org.keyhopper.core.internal.ceremony;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.core.run.RunProblem;

/** Finds out whether a credential of ours is registered, after a registration that nobody saw end. */
public final class RegistrationSearch {

    /** Directories show a new passkey some seconds late, so absence counts only after a while. */
    private static final int LOOKS = 4;

    private static final Duration BETWEEN = Duration.ofMillis(1500);

    private final Passkeys passkeys;
    private final DirectoryUser user;

    public RegistrationSearch(Passkeys passkeys, DirectoryUser user) {
        this.passkeys = passkeys;
        this.user = user;
    }

    /** What the directory shows. */
    public sealed interface Finding {
        record Present(RegisteredPasskey passkey) implements Finding {}

        record Absent() implements Finding {}

        /** It cannot be told: no answer, or passkeys listed without their credential ids. */
        record Unknown(Problem problem) implements Finding {}
    }

    /** Looks several times over some seconds; blocking. */
    public Finding find(CredentialId credential) {
        Finding finding = look(credential);
        for (int i = 1; i < LOOKS && !(finding instanceof Finding.Present); i++) {
            if (!pause()) {
                return new Finding.Unknown(Problem.of(RunProblem.STOPPED));
            }
            finding = look(credential);
        }
        return finding;
    }

    private Finding look(CredentialId credential) {
        var answer = passkeys.list(user);
        if (answer.trouble().isPresent()) {
            return new Finding.Unknown(answer.trouble().get());
        }
        List<RegisteredPasskey> listed = answer.result().orElseThrow();
        Optional<RegisteredPasskey> ours = listed.stream()
                .filter(passkey -> passkey.credentialIds().contains(credential))
                .findFirst();
        if (ours.isPresent()) {
            return new Finding.Present(ours.get());
        }
        boolean allTell =
                listed.stream().noneMatch(passkey -> passkey.credentialIds().isEmpty());
        return allTell ? new Finding.Absent() : new Finding.Unknown(Problem.of(RunProblem.CANNOT_TELL));
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
