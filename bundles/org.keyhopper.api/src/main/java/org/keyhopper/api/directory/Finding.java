package org.keyhopper.api.directory;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/**
 * One thing looked at in a directory.
 *
 * @param subject what was looked at, in a few plain words
 * @param problem what is wrong with it, or empty when it is good
 */
public record Finding(String subject, Optional<Problem> problem) {

    public static Finding good(String subject) {
        return new Finding(subject, Optional.empty());
    }

    public static Finding bad(String subject, Problem problem) {
        return new Finding(subject, Optional.of(problem));
    }
}
