package org.keyhopper.core.internal.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.directory.OutageListener;
import org.keyhopper.core.internal.directory.OutageWait;
import org.keyhopper.core.internal.directory.WaitingDirectory;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a run, from the sign-in to its last event, on a thread of its own. However the work ends, its
 * claims are released and the listeners receive the end.
 */
public abstract class RunLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(RunLifecycle.class);

    protected final RunServices services;
    protected final RecipientQueue queue;
    private final RunStart start;
    private final CompletableFuture<Tally> ended = new CompletableFuture<>();

    protected RunLifecycle(RunServices services, RunStart start) {
        this.services = services;
        this.start = start;
        this.queue = new RecipientQueue(services.requests(), start.request(), start.people());
    }

    /** Starts the run's thread. */
    protected void launch() {
        Thread.ofPlatform().daemon().name("run " + queue.request().id()).start(this::run);
    }

    /** Completes with the final tally, after the last event. */
    public CompletableFuture<Tally> ended() {
        return ended;
    }

    private void run() {
        Optional<Problem> problem = Optional.empty();
        ClaimRenewal renewal = ClaimRenewal.start(services.requests(), queue::claims, Requests.CLAIM_RENEWAL);
        try (renewal) {
            problem = work();
        } catch (StoreException e) {
            problem = Optional.of(Failures.problemOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = Optional.of(Problem.of(RunProblem.STOPPED));
        } catch (RuntimeException e) {
            problem = Optional.of(Failures.internalFault(e));
        } finally {
            end(problem);
        }
    }

    private void end(Optional<Problem> problem) {
        queue.claims().forEach(claim -> guarded(claim::close));
        guarded(queue::refresh);
        Tally tally = queue.request().tally();
        over(problem, new RunEvent.Ended(tally), () -> ended.complete(tally));
    }

    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOGGER.error("The store failed at the end of a run", e);
        }
    }

    /**
     * Does the work of the run.
     *
     * @return why the run was halted; empty when it was completed
     */
    protected abstract Optional<Problem> work() throws InterruptedException;

    /**
     * Publishes the end of the run.
     *
     * @param problem as {@link #work} returned it, or its fault
     * @param last the last event
     * @param then to be called after that event was delivered
     */
    protected abstract void over(Optional<Problem> problem, RunEvent last, Runnable then);

    /** Begins to sign in; the prompts give up when the run is stopped. */
    protected SignIn signIn(Consumer<Problem> notice, BooleanSupplier stopped) {
        return start.signIn().to(new CancellablePrompts(start::prompts, notice, stopped));
    }

    /** Returns how the outages of directory and Central are waited for. */
    protected OutageWait outages(BooleanSupplier stopped, OutageListener listener) {
        OutageWait.Rules rules = new OutageWait.Rules(services.pauses(), start.limit(), services.clock());
        return new OutageWait(rules, stopped, listener);
    }

    /** Returns the directory with its outages waited for. */
    protected Directory waiting(Directory directory, OutageWait outages) {
        return new WaitingDirectory(directory, start.known(), outages);
    }
}
