package org.keyhopper.ui.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The present state of a part of the screen. Any thread may change it; followers hear the latest state on a thread of
 * the pace, never more often than the pace allows, and always the last one.
 *
 * @param <S> an immutable view state
 */
public final class ObservableState<S> {

    private final AtomicReference<S> state;
    private final List<Consumer<? super S>> followers = new CopyOnWriteArrayList<>();
    private final Runnable announce;

    public ObservableState(S first, RateLimiter pace) {
        state = new AtomicReference<>(first);
        announce = pace.limit(() -> followers.forEach(follower -> follower.accept(state.get())));
    }

    public S get() {
        return state.get();
    }

    public void set(S next) {
        state.set(next);
        announce.run();
    }

    /** Replaces the state by what {@code change} makes of it; the change may be computed more than once. */
    public void update(UnaryOperator<S> change) {
        state.updateAndGet(change);
        announce.run();
    }

    /** Adds a follower, which soon hears the present state; the result ends it. */
    public Following follow(Consumer<? super S> follower) {
        followers.add(follower);
        announce.run();
        return () -> followers.remove(follower);
    }

    /** A follower's subscription. */
    @FunctionalInterface
    public interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
