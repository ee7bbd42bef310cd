package org.keyhopper.api.diagnostic;

import java.util.List;
import java.util.Objects;

/**
 * One failure: what kind, the facts that fill its sentence, and the technical detail for the log and for support.
 *
 * @param code the kind of failure
 * @param arguments facts for the placeholders {0}, {1}, … of the code's text; never a secret
 * @param detail verbatim technical words (a server's message with its request id, a status word); may be empty; never a
 *     secret
 */
public record Problem(ProblemCode code, List<String> arguments, String detail) {

    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(detail);
        arguments = List.copyOf(arguments);
    }

    public static Problem of(ProblemCode code, String... arguments) {
        return new Problem(code, List.of(arguments), "");
    }

    public Problem withDetail(String words) {
        return new Problem(code, arguments, words == null ? "" : words);
    }

    /** Returns whether it is of this kind, also after it was kept in the store and read again. */
    public boolean is(ProblemCode other) {
        return code.id().equals(other.id());
    }

    @Override
    public String toString() {
        return code.id() + arguments + (detail.isEmpty() ? "" : " " + detail);
    }
}
