package org.keyhopper.central.server.internal.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.Central;
import org.keyhopper.central.server.internal.CentralServer;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.signin.SignIns;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.store.CentralDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a code for operators; the one before is not valid any more. */
@Command(
        name = "code",
        description =
                "Prints a code with which an operator who is signed in becomes administrator, or one for emergencies.")
final class OperatorCodeCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOption configuration;

    @Option(
            names = "--break-glass",
            description = "For signing in without the identity provider; break-glass = on switches that on.")
    private boolean breakGlass;

    @Override
    public Integer call() throws BadInputException {
        Configuration read = configuration.read();
        try (CentralDatabase database = configuration.open();
                Central central = Central.of(
                        database.store(),
                        StationFactory.directories(database.directories(), List::of),
                        Authenticators.verifier(),
                        Optional::empty)) {
            SignIns signIns = central.signIns(CentralServer.rules(read.signIn()));
            try (Secret code = breakGlass
                    ? signIns.newBreakGlassCode(ConfigurationOption.caller())
                    : signIns.newAdministratorCode(ConfigurationOption.caller())) {
                configuration.print(new String(code.toChars()));
            }
        }
        return CentralCommand.DONE;
    }
}
