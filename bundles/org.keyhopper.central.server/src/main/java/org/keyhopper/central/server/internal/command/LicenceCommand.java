package org.keyhopper.central.server.internal.command;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.Central;
import org.keyhopper.central.licence.LicenceStatus;
import org.keyhopper.central.server.internal.licence.SignedLicence;
import org.keyhopper.store.CentralDatabase;
import org.keyhopper.texts.ProblemTexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what the licence says and what is used of it. */
@Command(name = "licence", description = "Prints what the licence says, and what is used of it.")
final class LicenceCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOption configuration;

    @Override
    public Integer call() throws BadInputException {
        SignedLicence file = SignedLicence.of(configuration.read().records().licence());
        if (!file.isRequired()) {
            configuration.print("This build needs no licence.");
            return CentralCommand.DONE;
        }
        try (CentralDatabase database = configuration.open()) {
            LicenceStatus status = Central.licensing(database.store(), file).status();
            status.licence()
                    .ifPresent(licence -> configuration.print(licence.holder() + ", " + licence.from() + " to "
                            + licence.until() + ", " + status.devices() + " devices in a year"
                            + (licence.devicesPerYear().isPresent()
                                    ? " of " + licence.devicesPerYear().getAsInt()
                                    : "")));
            Optional<Problem> problem = status.problem();
            problem.ifPresent(it ->
                    configuration.print(ProblemTexts.in(Locale.getDefault()).sentence(it)));
            return problem.isEmpty() ? CentralCommand.DONE : CentralCommand.FAILED;
        }
    }
}
