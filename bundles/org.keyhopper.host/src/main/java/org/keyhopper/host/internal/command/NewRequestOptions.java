package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.ProfileJson;
import org.keyhopper.documents.ReadResult;
import picocli.CommandLine.Option;

/** The options shared by all commands that create a request. */
final class NewRequestOptions {

    @Option(names = "--name", required = true, description = "The name of the request.")
    private String name;

    @Option(names = "--directory", required = true, description = "The name of the directory that the people are in.")
    private String directory;

    @Option(
            names = "--profile",
            paramLabel = "FILE.json",
            description = "The profile file, which specifies how devices are provisioned.")
    private Path profile;

    String directory() {
        return directory;
    }

    /** Reads the profile; called first, so that a fault in it is reported before the directory is queried. */
    Profile profile(CommandContext context) throws InputRefusedException {
        StationPolicy.Locks locks = context.station().policy().locks();
        if (!locks.profile()) {
            return profile == null ? Profile.DEFAULT : taken(context, profile, ProfileJson.read(text(profile)));
        }
        if (profile != null || context.station().policy().fault().isPresent()) {
            throw context.refused(PolicyProblem.PROFILE_LOCKED);
        }
        return locks.profileJson().isEmpty()
                ? Profile.DEFAULT
                : taken(
                        context,
                        Path.of("policy.json"),
                        ProfileJson.read(locks.profileJson().get()));
    }

    /** Creates the request and prints its id, in JSON also the number of people. */
    void make(CommandContext context, Profile wanted, List<Recipient> people, JsonObject json) {
        ProvisioningRequest request = context.station().requests().create(name, directory, wanted, people);
        json.addProperty("id", request.id().value());
        json.addProperty("recipients", people.size());
        context.output().printObject(json);
        context.output().print(request.id().value());
    }

    static <T> T taken(CommandContext context, Path path, ReadResult<T> imported) throws InputRefusedException {
        return switch (imported) {
            case ReadResult.Success<T>(T value, List<String> warnings) -> {
                warnings.forEach(warning -> context.output().printError(path + ": " + warning));
                yield value;
            }
            case ReadResult.Failure<T>(List<DocumentFault> faults) ->
                throw new InputRefusedException(faults.stream()
                                .map(fault -> path + ": " + fault)
                                .collect(Collectors.joining(System.lineSeparator()))
                        + System.lineSeparator() + "Nothing was imported.");
        };
    }

    static InputRefusedException unreadable(Path path) {
        return new InputRefusedException("The file " + path + " cannot be read.");
    }

    private static String text(Path path) throws InputRefusedException {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw unreadable(path);
        }
    }
}
