package org.keyhopper.core.internal.run;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

/**
 * Asks the directory about the recipients whose turn comes next, while devices are worked on. Any thread.
 *
 * <p>Cards of one run are of one model as a rule, so the policy is asked for the model seen last; a card of another model asks
 * again.
 */
public final class Prefetcher implements AutoCloseable {

    /** Answers older than this are not used. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Directory directory;
    private final Clock clock;
    private final boolean withOptions;
    private final ExecutorService threads;
    private final Map<RecipientId, CompletableFuture<Prefetched>> found = new HashMap<>();
    private AuthenticatorInfo model;

    private Prefetcher(Directory directory, Clock clock, boolean withOptions, int threads) {
        this.directory = directory;
        this.clock = clock;
        this.withOptions = withOptions;
        this.threads = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform().daemon().name("directory prefetch ", 1).factory());
    }

    /** Looks users up. */
    public static Prefetcher ofUsers(Directory directory, Clock clock) {
        return new Prefetcher(directory, clock, false, 1);
    }

    /** Looks users up and, at a directory whose enrolments begin without a trace, fetches their options. */
    public static Prefetcher ofOptions(Directory directory, Clock clock, int threads) {
        return new Prefetcher(directory, clock, true, threads);
    }

    /** Starts on recipients whose turn is still to come. */
    public synchronized void prepare(List<RecipientState> next) {
        next.forEach(this::start);
    }

    /**
     * Returns what is known about a recipient whose turn it is. What was prepared and is old, or failed for a reason that
     * concerns the whole directory, is asked again once.
     */
    public synchronized CompletableFuture<Prefetched> of(RecipientState recipient) {
        CompletableFuture<Prefetched> prepared = found.get(recipient.id());
        return prepared == null
                ? start(recipient)
                : prepared.thenCompose(answer -> isUsable(answer) ? prepared : again(recipient));
    }

    private boolean isUsable(Prefetched answer) {
        boolean fresh = answer.at().plus(FRESH).isAfter(clock.instant());
        return fresh
                && answer.user()
                        .failure()
                        .filter(DirectoryWideProblems::endLookUps)
                        .isEmpty();
    }

    private synchronized CompletableFuture<Prefetched> again(RecipientState recipient) {
        forget(recipient);
        return start(recipient);
    }

    /** Discards what is known about a recipient, so that the next attempt asks again. */
    public synchronized void forget(RecipientState recipient) {
        found.remove(recipient.id());
    }

    /** Sets the model for which the policy is asked. */
    public synchronized void expect(AuthenticatorInfo info) {
        model = info;
    }

    private CompletableFuture<Prefetched> start(RecipientState recipient) {
        Optional<AuthenticatorInfo> expected = Optional.ofNullable(model);
        return found.computeIfAbsent(
                recipient.id(), id -> CompletableFuture.supplyAsync(() -> ask(recipient, expected), threads));
    }

    private Prefetched ask(RecipientState recipient, Optional<AuthenticatorInfo> expected) {
        Answer<DirectoryUser> user = find(recipient);
        Prefetched plain = new Prefetched(user, expected, Optional.empty(), Optional.empty(), clock.instant());
        return user.result()
                .filter(known -> withOptions && directory.capabilities().beginIsStateless())
                .map(known -> withOptions(plain, known))
                .orElse(plain);
    }

    private Answer<DirectoryUser> find(RecipientState recipient) {
        try {
            return directory
                    .people()
                    .find(recipient.recipient().reference())
                    .flatMap(user -> permitted(recipient.recipient(), user));
        } catch (RuntimeException e) {
            return Answer.failed(Failures.internalFault(e));
        }
    }

    /** Who changes the id of a person must not have someone else's passkey put on the device. */
    private static Answer<DirectoryUser> permitted(Recipient wanted, DirectoryUser found) {
        boolean isKnown = !wanted.userId().isEmpty();
        if (isKnown && !(found.id().equals(wanted.userId()) && found.isNamed(wanted.user()))) {
            return Answer.failed(Problem.of(RunProblem.OTHER_ACCOUNT, wanted.user(), found.userName()));
        }
        return found.state() == DirectoryUser.AccountState.DISABLED
                ? Answer.failed(Problem.of(DirectoryProblem.USER_DISABLED, found.displayName()))
                : Answer.done(found);
    }

    /** A failure here is met again, and reported, by the ceremony. */
    private Prefetched withOptions(Prefetched plain, DirectoryUser user) {
        try {
            return new Prefetched(
                    plain.user(),
                    plain.model(),
                    plain.model().map(info -> directory.passkeys().eligibility(user, info)),
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
