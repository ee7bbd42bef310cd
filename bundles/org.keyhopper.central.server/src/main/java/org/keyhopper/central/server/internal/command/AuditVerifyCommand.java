package org.keyhopper.central.server.internal.command;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.keyhopper.central.audit.AuditChain;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.store.CentralDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Verifies the chain of the audit trail. */
@Command(name = "verify", description = "Verifies that no entry of the audit trail was changed or removed.")
final class AuditVerifyCommand implements Callable<Integer> {

    private static final int AT_ONCE = 1000;

    @Mixin
    private ConfigurationOption configuration;

    @Override
    public Integer call() throws BadInputException {
        try (CentralDatabase database = configuration.open()) {
            String previous = AuditChain.START;
            long verified = 0;
            while (true) {
                long from = verified;
                List<AuditEntry> entries =
                        database.store().write(in -> in.audit().after(from, AT_ONCE));
                OptionalLong broken = AuditChain.firstBroken(previous, verified + 1, entries);
                if (broken.isPresent()) {
                    configuration.print("Entry " + broken.getAsLong() + " is missing or was changed.");
                    return CentralCommand.FAILED;
                }
                if (entries.isEmpty()) {
                    configuration.print(verified + " entries are intact. The last hash is " + previous + ".");
                    return CentralCommand.DONE;
                }
                previous = entries.getLast().hash();
                verified += entries.size();
            }
        }
    }
}
