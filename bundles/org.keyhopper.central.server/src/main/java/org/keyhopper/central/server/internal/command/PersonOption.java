package org.keyhopper.central.server.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.Central;
import org.keyhopper.central.records.PersonalData;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.store.CentralDatabase;
import org.keyhopper.texts.ProblemTexts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How commands name a person, and open what they work on. */
final class PersonOption {

    @Mixin
    private ConfigurationOption configuration;

    @Option(names = "--directory", required = true, description = "The directory of the account.")
    private String directory;

    @Parameters(paramLabel = "ACCOUNT", description = "The user name or ID.")
    private String account;

    /** Work on the records of the person. */
    @FunctionalInterface
    interface Work<T> {
        Answer<T> of(PersonalData people, String directory, String account);
    }

    <T> T work(Work<T> work) throws BadInputException {
        try (CentralDatabase database = configuration.open();
                Central central = Central.of(
                        database.store(),
                        StationFactory.directories(database.directories(), List::of),
                        Authenticators.verifier(),
                        Optional::empty)) {
            Answer<T> answer = work.of(central.personalData(), directory, account);
            Optional<Problem> problem = answer.failure();
            if (problem.isPresent()) {
                throw new BadInputException(ProblemTexts.in(Locale.getDefault()).sentence(problem.get()));
            }
            return answer.result().orElseThrow();
        }
    }

    void print(Object line) {
        configuration.print(line);
    }
}
