package org.keyhopper.update.internal.dropins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.update.DropInProblem;
import org.keyhopper.update.internal.site.TrustedKeys;

/** Checks whether the policy admits a jar. Its signature is in the adjacent file with the suffix {@code .sig}. */
record DropInAdmission(StationPolicy.DropIns rules, Supplier<TrustedKeys> keys) {

    Optional<Problem> obstacle(DropInJar jar) {
        if (!rules.allowed()) {
            return Optional.of(Problem.of(DropInProblem.SWITCHED_OFF));
        }
        return rules.signed() ? missingTrust(jar) : Optional.empty();
    }

    private Optional<Problem> missingTrust(DropInJar jar) {
        Path signature = jar.file().resolveSibling(jar.file().getFileName() + ".sig");
        if (!Files.isRegularFile(signature)) {
            return Optional.of(Problem.of(DropInProblem.UNSIGNED, jar.path() + ".sig"));
        }
        try {
            return keys.get().signed(jar.content(), Files.readAllBytes(signature))
                    ? Optional.empty()
                    : Optional.of(Problem.of(DropInProblem.NOT_TRUSTED));
        } catch (IOException e) {
            return Optional.of(Problem.of(DropInProblem.BROKEN).withDetail(e.toString()));
        }
    }
}
