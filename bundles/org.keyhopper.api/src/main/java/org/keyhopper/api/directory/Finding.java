package org.keyhopper.api.directory;

import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/**
 * One result of examining a directory.
 *
 * @param subject the id of what was examined; its text has the key {@code finding.ID}, in the connector's bundle or that
 *     of {@code org.keyhopper.directory.support}
 * @param made where passkeys will be made, with the finding that is about that
 * @param problem what is wrong with it, or empty when it is good
 * @param detail what was found, in words of the directory, such as the rules of a policy; may be empty
 */
public record Finding(String subject, Optional<Made> made, Optional<Problem> problem, String detail) {

    /**
     * Where passkeys are made: the first cause of refusals, so it is shown.
     *
     * @param relyingParty id of the relying party (WebAuthn section 5.4.2), a host
     * @param origin in the client data (WebAuthn section 5.8.1), an address
     */
    public record Made(String relyingParty, String origin) {
        public Made {
            Objects.requireNonNull(relyingParty);
            Objects.requireNonNull(origin);
        }
    }

    public Finding {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(made);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(detail);
    }

    /** Makes one without words of the directory. */
    public Finding(String subject, Optional<Made> made, Optional<Problem> problem) {
        this(subject, made, problem, "");
    }

    public Finding(String subject, Optional<Problem> problem) {
        this(subject, Optional.empty(), problem);
    }

    public static Finding good(String subject) {
        return new Finding(subject, Optional.empty());
    }

    public static Finding bad(String subject, Problem problem) {
        return new Finding(subject, Optional.of(problem));
    }

    /** Returns the same with words of the directory. */
    public Finding withDetail(String words) {
        return new Finding(subject, made, problem, words);
    }

    /** Returns a good one that also tells where passkeys will be made. */
    public static Finding good(String subject, Made made) {
        return new Finding(subject, Optional.of(made), Optional.empty());
    }
}
