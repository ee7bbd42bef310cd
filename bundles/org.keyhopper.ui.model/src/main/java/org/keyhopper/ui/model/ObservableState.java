package org.keyhopper.ui.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An observable view state. Any thread may change it; followers receive the latest state on a thread of the rate
 * limiter, at its rate at most, and always the last one.
 *
 * @param <S> an immutable view state
 */
public final class ObservableState<S> {

    private final AtomicReference<S> state;
    private final List<Consumer<? super S>> followers = new CopyOnWriteArrayList<>();
    private final Runnable announce;

    public ObservableState(S first, RateLimiter rateLimiter) {
        state = new AtomicReference<>(first);
        announce = rateLimiter.limit(() -> followers.forEach(follower -> follower.accept(state.get())));
    }

    public S get() {
        return state.get();
    }

    public void set(S next) {
        state.set(next);
        announce.run();
    }

    /** Replaces the state by the result of {@code change}, which may be applied more than once. */
    public void update(UnaryOperator<S> change) {
        state.updateAndGet(change);
        announce.run();
    }

    /** Adds a follower, which soon receives the current state; closing the result removes it. */
    public Subscription follow(Consumer<? super S> follower) {
        followers.add(follower);
        announce.run();
        return () -> followers.remove(follower);
    }

    /** The subscription of a follower. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
