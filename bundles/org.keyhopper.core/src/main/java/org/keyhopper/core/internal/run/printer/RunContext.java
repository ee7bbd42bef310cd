package org.keyhopper.core.internal.run.printer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.automatic.Attempt;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticOrder.Pace;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.internal.ceremony.CeremonyTools;
import org.keyhopper.core.internal.directory.OutageWait;
import org.keyhopper.core.internal.run.OutcomeRecorder;
import org.keyhopper.core.internal.run.Prefetched;
import org.keyhopper.core.internal.run.Prefetcher;
import org.keyhopper.core.internal.run.RecipientQueue;
import org.keyhopper.core.internal.run.RunServices;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the printers of one run share, and what any of them may cause for the whole run. Any thread. */
final class RunContext implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RunContext.class);

    private final RunServices services;
    private final PrinterServices printing;
    private final AutomaticOrder order;
    private final RecipientQueue queue;
    private final AutomaticRunState state;
    private final OutcomeRecorder outcomes;
    private final RunControl control = new RunControl();

    /** Read-backs of passkeys whose cards have left, that are not finished. */
    private final Set<CompletableFuture<?>> readBacks = ConcurrentHashMap.newKeySet();

    private final Map<RecipientId, Integer> cardsUsed = new HashMap<>();
    private final ExecutorService claimingAhead = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("claim ahead").factory());

    /** Set once the directory is open, before any printer starts. */
    private Directory directory;

    private OutageWait outages;
    private Prefetcher prefetcher;
    private ReaderMonitor readers;

    RunContext(RunServices services, PrinterServices printing, AutomaticOrder order, RecipientQueue queue) {
        this.services = services;
        this.printing = printing;
        this.order = order;
        this.queue = queue;
        this.state = AutomaticRunState.of(queue, new ThroughputMeter(services.clock()), order.printers());
        this.outcomes =
                new OutcomeRecorder(services, queue, settled -> state.change(() -> {}, new RunEvent.Settled(settled)));
    }

    /** Prepares for the printers: asks ahead about the first recipients and watches the readers. Blocks for seconds at most. */
    void open(Directory opened, OutageWait waiting) {
        outages = waiting;
        int printers = order.printers().size();
        directory = opened;
        prefetcher = Prefetcher.ofOptions(opened, services.clock(), printers + 1);
        readers = ReaderMonitor.of(services.devices());
        prefetcher.prepare(queue.next(printers));
    }

    /** Also waits for a claim that is being made, so that it is released at the end of the run. */
    @Override
    public void close() {
        claimingAhead.shutdownNow();
        claimingAhead.close();
        prefetcher.close();
        readers.close();
    }

    RunServices services() {
        return services;
    }

    PrinterServices printing() {
        return printing;
    }

    AutomaticOrder order() {
        return order;
    }

    AutomaticRunState state() {
        return state;
    }

    RunControl control() {
        return control;
    }

    Directory directory() {
        return directory;
    }

    ReaderMonitor readers() {
        return readers;
    }

    ProvisioningRequest request() {
        return queue.request();
    }

    void report(RunEvent event) {
        state.report(event);
    }

    void add(Attempt attempt) {
        state.add(attempt);
    }

    /** Lets no printer take another card. */
    void stop(Problem why) {
        control.stop(why);
        queue.wake();
        state.enter(AutomaticPhase.STOPPING, Optional.of(why));
    }

    void pause() {
        control.pause();
        state.meter().interrupted();
        state.enter(AutomaticPhase.PAUSED, Optional.empty());
    }

    void resume() {
        state.meter().interrupted();
        state.enter(AutomaticPhase.RUNNING, Optional.empty());
        control.resume();
    }

    /** Waits for the next recipient; empty when none is left or the run is stopping. */
    Optional<RecipientState> next(String printer) throws InterruptedException {
        return control.awaitPermission() ? queue.take(printer, outages, control::isStopping) : Optional.empty();
    }

    /** Returns what the directory says about a recipient whose turn it is, and asks ahead about those who come next. */
    Prefetched prefetched(RecipientState recipient, String printer) throws InterruptedException {
        if (order.pace() == Pace.OVERLAPPING) {
            // Beside the movement of the card; the claim is waited for when that recipient is to be taken.
            claimingAhead.execute(() -> claimAhead(printer));
            prefetcher.prepare(queue.next(order.printers().size()));
        }
        try {
            return prefetcher.of(recipient).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a problem is an answer", e);
        }
    }

    private void claimAhead(String printer) {
        try {
            queue.claimAhead(printer);
        } catch (StoreException e) {
            // It is met again, and reported or waited for, when that recipient is to be taken.
            LOGGER.debug("no claim ahead: {}", e.getMessage());
        }
    }

    /** Returns the tools of a ceremony for a recipient. */
    CeremonyTools ceremonies(RecipientState recipient) {
        return services.ceremonies().apply(queue.claimOn(recipient));
    }

    /** Ends the turn of a recipient: the next attempt asks the directory again. */
    void forget(RecipientState recipient) {
        prefetcher.forget(recipient);
    }

    /** Settles a recipient who takes no card. */
    void fail(RecipientState recipient, Problem why) {
        outcomes.settle(recipient, Outcome.FAILED, why);
        queue.release(recipient);
    }

    /** Reads what a ceremony settled, for a recipient who takes no other card. */
    RecipientState settled(RecipientState recipient) {
        RecipientState now = outcomes.readSettled(recipient);
        queue.release(recipient);
        return now;
    }

    /** Reads what a ceremony settled, for a recipient who takes another card. */
    RecipientState settledForNow(RecipientState recipient) {
        RecipientState now = outcomes.readSettled(recipient);
        reopen(recipient);
        return now;
    }

    /** Makes a recipient pending again, and the next. */
    void reopen(RecipientState recipient) {
        outcomes.reopen(recipient);
        queue.giveBack(recipient);
    }

    /** Makes a recipient pending again whose claim has ended. */
    void reopenUnclaimed(RecipientState recipient) {
        outcomes.reopen(recipient);
        queue.release(recipient);
    }

    /** Ends the turn of a recipient who received nothing and is the next again. */
    void giveBack(RecipientState recipient) {
        queue.giveBack(recipient);
    }

    RecipientState stored(RecipientState recipient) {
        return outcomes.stored(recipient);
    }

    /** Counts a card that was worked on for a recipient; returns how many there were. */
    int countCard(RecipientState recipient) {
        synchronized (cardsUsed) {
            return cardsUsed.merge(recipient.id(), 1, Integer::sum);
        }
    }

    /** Returns how many recipients are waiting or in progress. */
    int left() {
        return queue.left();
    }

    /** Identifies a card. Ends with the interruption of the printer's thread at the latest. */
    DeviceFacts identify(LinkId card) throws InterruptedException {
        try {
            return services.devices().identify(card).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a problem is an answer", e);
        }
    }

    /** Asks ahead for this model from now on. */
    void expect(AuthenticatorInfo model) {
        prefetcher.expect(model);
    }

    /** Adds a read-back that goes on after its card has left. */
    void add(CompletableFuture<?> readBack) {
        readBacks.add(readBack);
        readBack.whenComplete((answer, failure) -> readBacks.remove(readBack));
    }

    /** Waits until the read-backs begun so far are finished, whatever their result. */
    void awaitReadBacks() throws InterruptedException {
        for (CompletableFuture<?> readBack : Set.copyOf(readBacks)) {
            try {
                readBack.handle((answer, failure) -> failure == null).get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a failure is an answer", e);
            }
        }
    }
}
