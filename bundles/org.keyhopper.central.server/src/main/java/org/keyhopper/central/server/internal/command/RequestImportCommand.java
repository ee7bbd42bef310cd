package org.keyhopper.central.server.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.central.Central;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.server.internal.licence.SignedLicence;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.ReadResult;
import org.keyhopper.documents.RecipientCsv;
import org.keyhopper.store.CentralDatabase;
import org.keyhopper.texts.ProblemTexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a request of the people in a CSV file, with the default profile. */
@Command(name = "import", description = "Creates a request of the people in a CSV file, and prints its ID.")
final class RequestImportCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOption configuration;

    @Parameters(paramLabel = "FILE.csv", description = "Column user is required.")
    private Path file;

    @Option(names = "--name", required = true, description = "The name of the request.")
    private String name;

    @Option(names = "--directory", required = true, description = "A configured directory.")
    private String directory;

    @Override
    public Integer call() throws BadInputException {
        ReadResult<List<Recipient>> people;
        try (InputStream in = Files.newInputStream(file)) {
            people = RecipientCsv.read(in);
        } catch (IOException e) {
            throw new BadInputException("The file cannot be read: " + file);
        }
        List<Recipient> recipients =
                switch (people) {
                    case ReadResult.Success<List<Recipient>>(List<Recipient> read, List<String> warnings) -> read;
                    case ReadResult.Failure<List<Recipient>>(List<DocumentFault> faults) ->
                        throw new BadInputException(faults.stream()
                                .map(DocumentFault::toString)
                                .collect(Collectors.joining(System.lineSeparator())));
                };
        SignedLicence licence = SignedLicence.of(configuration.read().records().licence());
        try (CentralDatabase database = configuration.open()) {
            requireLicence(database, licence, recipients.size());
            if (database.directories().find(directory).isEmpty()) {
                throw new BadInputException("There is no directory " + directory + ".");
            }
            RequestId id = database.requests()
                    .create(name, directory, Profile.DEFAULT, recipients)
                    .id();
            database.store().write(in -> in.audit()
                    .append(AuditEvent.done(
                            ConfigurationOption.caller(), AuditAction.REQUEST_CREATED, "request:" + id)));
            configuration.print(id);
        }
        return CentralCommand.DONE;
    }

    private static void requireLicence(CentralDatabase database, SignedLicence licence, int people)
            throws BadInputException {
        Optional<Problem> refusal = Central.licensing(database.store(), licence).refusesRequest(people);
        if (refusal.isPresent()) {
            throw new BadInputException(ProblemTexts.in(Locale.getDefault()).sentence(refusal.get()));
        }
    }
}
