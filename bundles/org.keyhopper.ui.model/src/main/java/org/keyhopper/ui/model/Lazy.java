package org.keyhopper.ui.model;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is created once, by the first call of {@link #get}. Any thread.
 *
 * @param <T> the type of the value
 */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> source;
    private volatile T value;

    /** @param source creates the value; must not return null */
    Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        if (value == null) {
            create();
        }
        return value;
    }

    private synchronized void create() {
        if (value == null) {
            value = source.get();
        }
    }

    /** Returns the value without creating it; empty before the first call of {@link #get}. */
    Optional<T> ifCreated() {
        return Optional.ofNullable(value);
    }
}
