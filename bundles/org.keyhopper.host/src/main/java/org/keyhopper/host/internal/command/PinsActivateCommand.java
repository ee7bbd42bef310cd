package org.keyhopper.host.internal.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import org.keyhopper.host.internal.run.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has PINs sealed to a certificate from now on. */
@Command(
        name = "activate",
        description = "Seals every initial PIN from now on to an escrow key, so that only its private key opens them.")
final class PinsActivateCommand implements Callable<Integer> {

    private static final String CONSEQUENCE =
            "From now on this station seals every initial PIN to this key and keeps no PIN that it can open itself. If"
                    + " the private key is lost, and no second active key exists, these PINs are lost: their devices have"
                    + " to be reset and provisioned again. Keep at least one copy of the private key and its password,"
                    + " away from this computer.";

    private final CommandContext context;

    @Parameters(
            paramLabel = "FILE",
            description = "A certificate (PEM or DER), or a PKCS#12 file, of which only the certificate is kept.")
    private Path file;

    @Option(
            names = "--password",
            paramLabel = "env:VARIABLE",
            defaultValue = "",
            description = "The password of a PKCS#12 file; without it, the terminal asks.")
    private String password;

    @Option(
            names = "--yes",
            description = "Confirms the consequence of losing the private key; without it, a terminal asks.")
    private boolean yes;

    PinsActivateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        PinsAccess access = new PinsAccess(context);
        X509Certificate certificate = certificate(access);
        context.output()
                .print(certificate.getSubjectX500Principal() + ", valid until "
                        + certificate.getNotAfter().toInstant() + ".");
        context.output().print(CONSEQUENCE);
        if (!yes && !Terminal.confirm("Activate this key?")) {
            throw new InputRefusedException("Nothing was changed. --yes activates the key without asking.");
        }
        Optional<Problem> refusal = access.escrow().activate(certificate);
        if (refusal.isPresent()) {
            throw new InputRefusedException(ProblemLines.of(refusal.get()));
        }
        access.escrow().certificates().stream()
                .filter(key -> key.certificate().equals(certificate))
                .forEach(key -> context.output().printObject(PinsAccess.object(key)));
        context.output().print("The key is active.");
        return ExitCode.DONE;
    }

    private X509Certificate certificate(PinsAccess access) throws InputRefusedException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputRefusedException("The file " + file + " cannot be read.");
        }
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
        } catch (CertificateException noCertificate) {
            try (Secret secret = access.password("--password", password, "Password of " + file)) {
                return PinsAccess.value(EscrowKey.ofFile(file, secret)).certificate();
            }
        }
    }
}
