package org.keyhopper.central.server.internal.command;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.station.IssuedCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.store.CentralDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a one-time code with which a station joins. */
@Command(name = "code", description = "Prints a one-time code with which a station joins within a day.")
final class StationCodeCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOption configuration;

    @Parameters(paramLabel = "NAME", description = "The name of the station.")
    private String name;

    @Option(names = "--directory", required = true, description = "The directory whose requests it works on.")
    private List<String> directories;

    @Option(names = "--role", defaultValue = "Operator", description = "Its role; ${DEFAULT-VALUE} unless named.")
    private String role;

    @Option(names = "--api-client", description = "For another system that calls the API, instead of a station.")
    private boolean apiClient;

    @Override
    public Integer call() throws BadInputException {
        Optional<Role> known = Role.named(role);
        if (known.isEmpty()) {
            throw new BadInputException("There is no role " + role + "; those are "
                    + Role.DEFAULTS.stream().map(Role::name).collect(Collectors.joining(", ")) + ".");
        }
        List<Grant> grants = directories.stream()
                .map(directory -> new Grant(known.get(), new Scope.OneDirectory(directory)))
                .toList();
        try (CentralDatabase database = configuration.open();
                Central central = Central.of(
                        database.store(),
                        StationFactory.directories(database.directories(), List::of),
                        Authenticators.verifier(),
                        Optional::empty);
                Secret code = issue(central, grants)) {
            configuration.print(new String(code.toChars()));
        }
        return CentralCommand.DONE;
    }

    private Secret issue(Central central, List<Grant> grants) throws BadInputException {
        Station.Kind kind = apiClient ? Station.Kind.API_CLIENT : Station.Kind.STATION;
        String once = UUID.randomUUID().toString();
        return central.stations()
                .issueCode(ConfigurationOption.caller(), once, kind, name, grants)
                .result()
                .flatMap(IssuedCode::code)
                .orElseThrow(() -> new BadInputException("The code was not issued."));
    }
}
