package org.keyhopper.host.internal.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.escrow.NewEscrowKey;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an escrow key, and does not activate it. */
@Command(name = "new-key", description = "Makes an escrow key: a PKCS#12 file with a private key and a certificate.")
final class PinsNewKeyCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "The file to write, such as pin-office.p12; it must not exist.")
    private Path file;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "PIN office",
            description = "The name in the certificate (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(
            names = "--password",
            paramLabel = "env:VARIABLE",
            defaultValue = "",
            description = "The password of the file, at least 12 characters; without it, the terminal asks.")
    private String password;

    PinsNewKeyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        PinsAccess access = new PinsAccess(context);
        try (Secret secret = access.password("--password", password, "New password for " + file)) {
            PinsAccess.requireLong(secret);
            if (password.isEmpty()) {
                requireSame(access, secret);
            }
            EscrowKey key = NewEscrowKey.create(name, Instant.now(), file, secret);
            context.output()
                    .print("The key " + key.certificate().getSubjectX500Principal() + " was saved to " + file
                            + ". It is not in use yet.");
            context.output().print("Copy the file to a safe place, then: keyhopper pins activate " + file);
        } catch (FileAlreadyExistsException e) {
            throw new InputRefusedException("The file " + file + " exists and is not overwritten.");
        } catch (IOException e) {
            throw new InputRefusedException("The file " + file + " cannot be written: " + e.getMessage());
        }
        return ExitCode.DONE;
    }

    private void requireSame(PinsAccess access, Secret secret) throws InputRefusedException {
        try (Secret again = access.password("--password", "", "Confirm the password")) {
            if (!secret.equals(again)) {
                throw new InputRefusedException("The passwords do not match. Nothing was written.");
            }
        }
    }
}
