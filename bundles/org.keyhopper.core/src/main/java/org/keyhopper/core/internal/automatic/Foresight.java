package org.keyhopper.core.internal.automatic;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.run.Halting;
import org.keyhopper.core.internal.run.UserSearch;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;

/**
 * Does the directory's part for those whose turn comes next, while cards still move. Any thread.
 *
 * <p>Cards of one run are of one model as a rule, so the policy is asked for the model seen last; a card of another model
 * asks anew.
 */
final class Foresight implements AutoCloseable {

    /** Older than this, what was found out counts for nothing. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Directory directory;
    private final Clock clock;
    private final ExecutorService threads;
    private final Map<RecipientId, CompletableFuture<Foreseen>> prepared = new HashMap<>();
    private AuthenticatorInfo model;

    Foresight(Directory directory, Clock clock, int threads) {
        this.directory = directory;
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform().daemon().name("directory ahead ", 1).factory());
    }

    /** Starts on those who come next. */
    void prepare(List<RecipientState> next) {
        next.forEach(this::start);
    }

    /** Waits for what was found out about somebody whose turn it is; asks anew what is old or failed for everybody. */
    Foreseen of(RecipientState recipient) throws InterruptedException {
        Foreseen found = awaited(start(recipient));
        if (isUsable(found)) {
            return found;
        }
        forget(recipient);
        return awaited(start(recipient));
    }

    private boolean isUsable(Foreseen found) {
        boolean fresh = found.at().plus(FRESH).isAfter(clock.instant());
        return fresh && found.user().trouble().filter(Halting::isAtLookUp).isEmpty();
    }

    private static Foreseen awaited(CompletableFuture<Foreseen> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("trouble is an answer", e);
        }
    }

    synchronized void forget(RecipientState recipient) {
        prepared.remove(recipient.id());
    }

    /** Remembers what model the cards are. */
    synchronized void saw(AuthenticatorInfo info) {
        model = info;
    }

    private synchronized CompletableFuture<Foreseen> start(RecipientState recipient) {
        Optional<AuthenticatorInfo> expected = Optional.ofNullable(model);
        return prepared.computeIfAbsent(
                recipient.id(), id -> CompletableFuture.supplyAsync(() -> look(recipient, expected), threads));
    }

    private Foreseen look(RecipientState recipient, Optional<AuthenticatorInfo> expected) {
        Answer<DirectoryUser> user = guarded(recipient);
        Foreseen plain = new Foreseen(user, expected, Optional.empty(), Optional.empty(), clock.instant());
        return user.result()
                .filter(found -> directory.beginIsStateless())
                .map(found -> ahead(plain, found))
                .orElse(plain);
    }

    private Answer<DirectoryUser> guarded(RecipientState recipient) {
        try {
            return UserSearch.find(directory.people(), recipient);
        } catch (RuntimeException e) {
            return Answer.failed(Failures.internalFault(e));
        }
    }

    /** Trouble met here is met again, and told, when it counts. */
    private Foreseen ahead(Foreseen plain, DirectoryUser user) {
        try {
            return new Foreseen(
                    plain.user(),
                    plain.model(),
                    plain.model().map(info -> directory.passkeys().obstacles(user, info)),
                    directory.passkeys().begin(user).result(),
                    plain.at());
        } catch (RuntimeException e) {
            Failures.internalFault(e);
            return plain;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
