package org.keyhopper.core.internal.automatic;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** The directory's words that are still waited for, about cards that have left. Any thread. */
final class PendingReadBacks {

    private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();

    void add(CompletableFuture<?> proof) {
        open.add(proof);
        proof.whenComplete((word, failure) -> open.remove(proof));
    }

    /** Waits until all that were asked for so far have come, whatever they say. */
    void await() throws InterruptedException {
        for (CompletableFuture<?> proof : Set.copyOf(open)) {
            try {
                // Whoever asked for it tells what is wrong.
                proof.handle((word, failure) -> failure == null).get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a failure is a word, too", e);
            }
        }
    }
}
