package org.keyhopper.api.diagnostic;

import java.util.Optional;
import java.util.function.Function;

/**
 * The result of a request to an external system. {@link Unclear} is not a kind of failure: the request may have been
 * executed, so its effect must be queried and the request never repeated blindly.
 *
 * @param <T> the type of the result
 */
public sealed interface Answer<T> {

    /** The request succeeded. */
    record Done<T>(T value) implements Answer<T> {}

    /** The request had no effect, for this reason. */
    record Failed<T>(Problem problem) implements Answer<T> {}

    /** The request was sent and no response received: it may have been executed. */
    record Unclear<T>(Problem problem) implements Answer<T> {}

    static <T> Answer<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Answer<T> failed(Problem problem) {
        return new Failed<>(problem);
    }

    static <T> Answer<T> unclear(Problem problem) {
        return new Unclear<>(problem);
    }

    /** Returns the result, or empty unless the request succeeded. */
    default Optional<T> result() {
        return this instanceof Done<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** Returns the reason of the failure or of the unknown outcome, or empty if the request succeeded. */
    default Optional<Problem> failure() {
        return switch (this) {
            case Done<T> done -> Optional.empty();
            case Failed<T>(Problem problem) -> Optional.of(problem);
            case Unclear<T>(Problem problem) -> Optional.of(problem);
        };
    }

    /** Returns this answer with its result transformed by {@code then}. */
    default <U> Answer<U> map(Function<? super T, ? extends U> then) {
        return flatMap(value -> done(then.apply(value)));
    }

    /** Returns the answer of {@code then} to the result, or this failure. */
    default <U> Answer<U> flatMap(Function<? super T, ? extends Answer<U>> then) {
        return switch (this) {
            case Done<T>(T value) -> then.apply(value);
            case Failed<T>(Problem problem) -> failed(problem);
            case Unclear<T>(Problem problem) -> unclear(problem);
        };
    }
}
