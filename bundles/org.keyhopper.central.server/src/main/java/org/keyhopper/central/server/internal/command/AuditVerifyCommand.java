package org.keyhopper.central.server.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.keyhopper.central.server.internal.audit.CheckpointKey;
import org.keyhopper.central.server.internal.audit.TrailVerification;
import org.keyhopper.store.CentralDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies the chain of the audit trail, and compares it with signed checkpoints. */
@Command(name = "verify", description = "Verifies that no entry of the audit trail was changed or removed.")
final class AuditVerifyCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOption configuration;

    @Option(
            names = "--checkpoints",
            paramLabel = "FILE",
            description = "Signed checkpoints that were kept elsewhere: entries cut off at the end are noticed too.")
    private Path checkpoints;

    @Override
    public Integer call() throws BadInputException {
        try (CentralDatabase database = configuration.open()) {
            TrailVerification verification = new TrailVerification(database.store());
            if (checkpoints != null) {
                verification.expect(CheckpointKey.of(database), lines());
            }
            List<String> faults = verification.run();
            faults.forEach(configuration::print);
            if (!faults.isEmpty()) {
                return CentralCommand.FAILED;
            }
            configuration.print(verification.verified() + " entries are intact. The last hash is "
                    + verification.lastHash() + "."
                    + (checkpoints == null ? "" : " They agree with " + verification.checkpoints() + " checkpoints.")
                    + cutOff(verification.cutOff()));
            return CentralCommand.DONE;
        }
    }

    private static String cutOff(int lines) {
        return lines == 0 ? "" : " Lines of checkpoints that were cut off while they were written: " + lines + ".";
    }

    private List<String> lines() throws BadInputException {
        try {
            return Files.readAllLines(checkpoints);
        } catch (IOException e) {
            throw new BadInputException("The file cannot be read: " + checkpoints);
        }
    }
}
