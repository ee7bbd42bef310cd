package org.keyhopper.host.internal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.PinReleaseOrder;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.escrow.EscrowProblem;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine.Option;

/** The private key that opens sealed PINs, and why they are released. */
final class EscrowKeyOptions {

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "The PKCS#12 file with the private key of an escrow key.")
    private Path file;

    @Option(
            names = "--key-password",
            paramLabel = "env:VARIABLE",
            defaultValue = "",
            description = "The password of that file; without it, the terminal asks.")
    private String password;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why the PINs are released; recorded before.")
    private String reason;

    /** Opens the key, which must be one that PINs of this station were sealed to: else nothing would be opened. */
    EscrowKey key(PinsAccess access) throws InputRefusedException {
        try (Secret secret = access.password("--key-password", password, "Password of " + file)) {
            EscrowKey key = PinsAccess.value(EscrowKey.ofFile(file, secret));
            boolean known = access.escrow().certificates().stream()
                    .anyMatch(it -> it.certificate().equals(key.certificate()));
            if (!known) {
                String subject = key.certificate().getSubjectX500Principal().getName();
                throw new InputRefusedException(ProblemLines.of(Problem.of(EscrowProblem.WRONG_KEY, subject)));
            }
            return key;
        }
    }

    /** Records the release and returns the sealed PINs. */
    List<EscrowedPin> release(PinsAccess access, RequestId request, Set<Integer> positions)
            throws InputRefusedException {
        if (reason.isBlank()) {
            throw new InputRefusedException("The reason is empty.");
        }
        return PinsAccess.value(
                access.escrow().release(new PinReleaseOrder(request, positions, reason, PinsAccess.account())));
    }
}
