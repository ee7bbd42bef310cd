package org.keyhopper.update.internal.policy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.policy.StationPolicy;

/** Locates and reads the policy file. */
public final class PolicyFile {

    /** The system property for a trial policy; ignored on a machine that has a policy. */
    private static final String TRIAL_POLICY = "keyhopper.policy";

    /** Those of Linux and macOS. */
    private static final List<Path> POSIX = List.of(
            Path.of("/etc/keyhopper/policy.json"), Path.of("/Library/Application Support/Keyhopper/policy.json"));

    private PolicyFile() {}

    /**
     * Returns the policy of this machine. Never fails: an invalid file, or one that others than administrators can change,
     * results in the strictest policy.
     */
    public static StationPolicy read() {
        Path machine = machine();
        String other = System.getProperty(TRIAL_POLICY);
        return readProtected(machine)
                .or(() -> Optional.ofNullable(other).map(Path::of).map(file -> read(file)
                        .orElseGet(() -> StationPolicy.strict(unreadable(file, "no such file")))))
                .orElse(StationPolicy.OPEN);
    }

    /** Neither the environment nor a property of the JVM moves the file. */
    private static Path machine() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? POSIX.stream().filter(Files::exists).findFirst().orElse(POSIX.getFirst())
                : ProtectedFile.programData().resolve("Keyhopper").resolve("policy.json");
    }

    /** As {@link #read(Path)}; strict if others than administrators can change the file. */
    static Optional<StationPolicy> readProtected(Path file) {
        if (!Files.exists(file)) {
            return read(file);
        }
        return ProtectedFile.othersWith(file)
                .map(who -> StationPolicy.strict(Problem.of(PolicyProblem.NOT_PROTECTED, file.toString(), who)))
                .or(() -> read(file));
    }

    static Optional<StationPolicy> read(Path file) {
        try {
            return Optional.of(new PolicyParser(file.toString()).read(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(StationPolicy.strict(unreadable(file, e.toString())));
        }
    }

    private static Problem unreadable(Path file, String why) {
        return Problem.of(PolicyProblem.UNREADABLE, file.toString()).withDetail(why);
    }
}
