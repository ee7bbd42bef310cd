package org.keyhopper.ui.model;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is made when it is first asked for, once. Any thread.
 *
 * @param <T> what is made
 */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> source;
    private volatile T value;

    /** @param source must not return null */
    Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        if (value == null) {
            make();
        }
        return value;
    }

    private synchronized void make() {
        if (value == null) {
            value = source.get();
        }
    }

    /** Returns the value; empty if nobody has asked for it yet. */
    Optional<T> ifMade() {
        return Optional.ofNullable(value);
    }
}
