package org.keyhopper.core.internal.run;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.People;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;

/** Finds recipients in the directory, one ahead, so that nobody waits for it. Confined to the run's thread. */
final class UserPrefetcher implements AutoCloseable {

    private final People people;
    private final Map<RecipientId, CompletableFuture<Answer<DirectoryUser>>> running = new HashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("directory look-up").factory());

    UserPrefetcher(People people) {
        this.people = people;
    }

    /** Looks for somebody whose turn is next. */
    void ahead(RecipientState recipient) {
        start(recipient);
    }

    /** Looks for somebody whose turn it is; what stood in the way of looking ahead may be over by now. */
    CompletableFuture<Answer<DirectoryUser>> of(RecipientState recipient) {
        CompletableFuture<Answer<DirectoryUser>> ahead = start(recipient);
        if (!ahead.isDone() || isAnswer(ahead)) {
            return ahead;
        }
        forget(recipient);
        return start(recipient);
    }

    /** Forgets what was found, so that the next attempt looks again. */
    void forget(RecipientState recipient) {
        running.remove(recipient.id());
    }

    private CompletableFuture<Answer<DirectoryUser>> start(RecipientState recipient) {
        return running.computeIfAbsent(
                recipient.id(), id -> CompletableFuture.supplyAsync(() -> UserSearch.find(people, recipient), thread));
    }

    private static boolean isAnswer(CompletableFuture<Answer<DirectoryUser>> done) {
        return !done.isCompletedExceptionally()
                && done.join()
                        .trouble()
                        .filter(DirectoryWideProblems::isAtLookUp)
                        .isEmpty();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
