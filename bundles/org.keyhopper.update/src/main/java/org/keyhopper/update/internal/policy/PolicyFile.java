package org.keyhopper.update.internal.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.policy.StationPolicy;

/** Locates and reads the policy file. */
public final class PolicyFile {

    /** The system property for a trial policy; ignored on a machine that has a policy. */
    private static final String TRIAL_POLICY = "keyhopper.policy";

    private PolicyFile() {}

    /** Returns the policy of this machine. Never fails: an invalid file results in the strictest policy. */
    public static StationPolicy read() {
        Path machine = place(System.getProperty("os.name"), System.getenv("ProgramData"));
        String other = System.getProperty(TRIAL_POLICY);
        return read(machine)
                .or(() -> Optional.ofNullable(other).map(Path::of).map(file -> read(file)
                        .orElseGet(() -> StationPolicy.strict(unreadable(file, "no such file")))))
                .orElse(StationPolicy.OPEN);
    }

    static Path place(String system, String programData) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Path.of(programData == null ? "C:\\ProgramData" : programData, "Keyhopper", "policy.json");
        }
        return name.startsWith("mac")
                ? Path.of("/Library/Application Support/Keyhopper/policy.json")
                : Path.of("/etc/keyhopper/policy.json");
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
