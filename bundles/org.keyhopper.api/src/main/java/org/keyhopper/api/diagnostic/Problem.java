package org.keyhopper.api.diagnostic;

import java.util.List;
import java.util.Objects;

/**
 * A failure: its code, the arguments of its text, and the technical detail for log and support.
 *
 * @param code the kind of failure
 * @param arguments values for the placeholders {0}, {1}, … of the code's text; never a secret
 * @param detail verbatim technical text, such as a server's message with its request id or a status word; may be empty;
 *     never a secret
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

    /** Returns whether this problem has the given code, also after it was read from the store. */
    public boolean is(ProblemCode other) {
        return code.id().equals(other.id());
    }

    @Override
    public String toString() {
        return code.id() + arguments + (detail.isEmpty() ? "" : " " + detail);
    }
}
