package org.keyhopper.directory.support;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Finding;

/** Findings of a connection test, and the subjects common to most directories. */
public final class Findings {

    public static final String SIGN_IN = "sign-in";
    public static final String READ_PEOPLE = "read-people";
    public static final String READ_GROUPS = "read-groups";
    public static final String REGISTER_PASSKEYS = "register-passkeys";
    public static final String PASSKEY_POLICY = "passkey-policy";

    private Findings() {}

    /**
     * Returns one finding for each obstacle, or the one that there is none.
     *
     * @param obstacles what was found, or why it could not be read
     * @param made where passkeys will be made, if known
     */
    public static List<Finding> of(String subject, Answer<List<Problem>> obstacles, Optional<Finding.Made> made) {
        if (obstacles.failure().isPresent()) {
            return List.of(new Finding(subject, obstacles.failure()));
        }
        List<Problem> found = obstacles.result().orElse(List.of());
        return found.isEmpty()
                ? List.of(new Finding(subject, made, Optional.empty()))
                : found.stream().map(problem -> Finding.bad(subject, problem)).toList();
    }
}
