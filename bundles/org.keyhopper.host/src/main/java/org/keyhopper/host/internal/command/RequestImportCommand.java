package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.Imported;
import org.keyhopper.documents.ProfileJson;
import org.keyhopper.documents.RecipientCsv;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a request of the people in a CSV file. */
@Command(name = "import", description = "Makes a request of the people in a CSV file, and prints its id.")
final class RequestImportCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "FILE.csv",
            description = "Column user is required; displayName, email, deviceName optional.")
    private Path file;

    @Option(names = "--name", required = true, description = "What the request is called.")
    private String name;

    @Option(names = "--directory", required = true, description = "The configured directory the people are in.")
    private String directory;

    @Option(names = "--profile", paramLabel = "FILE.json", description = "What devices must end up like.")
    private Path profile;

    RequestImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefused {
        if (context.station().directories().accounts().find(directory).isEmpty()) {
            throw new InputRefused("There is no directory " + directory + ". Add it with \"keyhopper directory add\".");
        }
        Profile wanted = wanted();
        List<Recipient> people = taken(file, recipients());
        ProvisioningRequest request = context.station().requests().create(name, directory, wanted, people);
        JsonObject json = new JsonObject();
        json.addProperty("id", request.id().value());
        json.addProperty("recipients", people.size());
        context.output().object(json);
        context.output().say(request.id().value());
        return ExitCode.DONE;
    }

    private Profile wanted() throws InputRefused {
        StationPolicy.Locks locks = context.station().policy().locks();
        if (!locks.profile()) {
            return profile == null ? Profile.DEFAULT : taken(profile, ProfileJson.read(text(profile)));
        }
        if (profile != null || context.station().policy().fault().isPresent()) {
            throw context.refused(PolicyProblem.PROFILE_LOCKED);
        }
        return locks.profileJson().isEmpty()
                ? Profile.DEFAULT
                : taken(
                        Path.of("policy.json"),
                        ProfileJson.read(locks.profileJson().get()));
    }

    private Imported<List<Recipient>> recipients() throws InputRefused {
        try (InputStream in = Files.newInputStream(file)) {
            return RecipientCsv.read(in);
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static String text(Path path) throws InputRefused {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw unreadable(path);
        }
    }

    private static InputRefused unreadable(Path path) {
        return new InputRefused("The file " + path + " cannot be read.");
    }

    private <T> T taken(Path path, Imported<T> imported) throws InputRefused {
        return switch (imported) {
            case Imported.Good<T>(T value, List<String> warnings) -> {
                warnings.forEach(warning -> context.output().complain(path + ": " + warning));
                yield value;
            }
            case Imported.Bad<T>(List<DocumentFault> faults) ->
                throw new InputRefused(faults.stream()
                                .map(fault -> path + ": " + fault)
                                .collect(Collectors.joining(System.lineSeparator()))
                        + System.lineSeparator() + "Nothing was imported.");
        };
    }
}
