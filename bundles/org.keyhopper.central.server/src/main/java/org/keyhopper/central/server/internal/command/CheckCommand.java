package org.keyhopper.central.server.internal.command;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import org.keyhopper.central.server.internal.PemKeyStore;
import org.keyhopper.central.server.internal.config.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks the configuration file and what it names, without changing anything. */
@Command(name = "check", description = "Checks the configuration file and the files that it names.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOption configuration;

    @Override
    public Integer call() throws BadInputException {
        Configuration read = configuration.read();
        try {
            if (read.tls().isPresent()) {
                PemKeyStore.read(read.tls().get());
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new BadInputException("tls.certificate, tls.key: " + e.getMessage());
        }
        configuration.print("The configuration can be used.");
        return CentralCommand.DONE;
    }
}
