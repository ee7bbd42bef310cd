package org.keyhopper.host.internal.command;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.core.vault.PinReleaseOrder;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.escrow.EscrowProblem;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The private key that opens sealed PINs, and why they are released. */
final class EscrowKeyOptions {

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(
            names = "--slot",
            paramLabel = "INDEX",
            defaultValue = "0",
            description = "The index of the token in the module's list of slots, from 0 (default: ${DEFAULT-VALUE}).")
    private int slot;

    @Option(
            names = "--key-password",
            paramLabel = "env:VARIABLE",
            defaultValue = "",
            description = "The password of that file, or the PIN of the token; without it, the terminal asks.")
    private String password;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why the PINs are released; recorded before.")
    private String reason;

    /** Where the private key is. */
    static final class Source {

        @Option(
                names = "--key",
                required = true,
                paramLabel = "FILE",
                description = "The PKCS#12 file with the private key of an escrow key.")
        private Path file;

        @Option(
                names = "--token",
                required = true,
                paramLabel = "LIBRARY",
                description = "The PKCS#11 module of a token with the private key of an escrow key (RSA).")
        private Path module;
    }

    /** Opens the key, which must be one that PINs of this station were sealed to: else nothing would be opened. */
    EscrowKey key(PinsAccess access) throws InputRefusedException {
        Set<X509Certificate> known = access.escrow().certificates().stream()
                .map(PinEscrow.Certificate::certificate)
                .collect(Collectors.toSet());
        if (source.module != null) {
            try (Secret pin = access.password("--key-password", password, "PIN of the token")) {
                return PinsAccess.value(EscrowKey.ofToken(source.module, slot, pin, known::contains));
            }
        }
        try (Secret secret = access.password("--key-password", password, "Password of " + source.file)) {
            EscrowKey key = PinsAccess.value(EscrowKey.ofFile(source.file, secret));
            if (!known.contains(key.certificate())) {
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
