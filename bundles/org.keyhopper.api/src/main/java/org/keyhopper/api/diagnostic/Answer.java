package org.keyhopper.api.diagnostic;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of asking the outside world for something. {@link Unclear} is not a kind of failure: the request may have
 * been carried out, so it must be looked up, never repeated blindly.
 *
 * @param <T> what a good answer holds
 */
public sealed interface Answer<T> {

    /** It was done, and this is the result. */
    record Done<T>(T value) implements Answer<T> {}

    /** It was not done, for this reason. */
    record Failed<T>(Problem problem) implements Answer<T> {}

    /** No answer came after it was sent: it may have been done. */
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

    /** Returns the result, or empty when there is none to be sure of. */
    default Optional<T> result() {
        return this instanceof Done<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** Returns why it failed or is unclear, or empty when it was done. */
    default Optional<Problem> trouble() {
        return switch (this) {
            case Done<T> done -> Optional.empty();
            case Failed<T>(Problem problem) -> Optional.of(problem);
            case Unclear<T>(Problem problem) -> Optional.of(problem);
        };
    }

    /** Returns this answer with its result replaced by what {@code then} makes of it. */
    default <U> Answer<U> map(Function<? super T, ? extends U> then) {
        return flatMap(value -> done(then.apply(value)));
    }

    /** Returns what {@code then} answers to the result, or this failure. */
    default <U> Answer<U> flatMap(Function<? super T, ? extends Answer<U>> then) {
        return switch (this) {
            case Done<T>(T value) -> then.apply(value);
            case Failed<T>(Problem problem) -> failed(problem);
            case Unclear<T>(Problem problem) -> unclear(problem);
        };
    }
}
