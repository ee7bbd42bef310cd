package org.keyhopper.core.internal.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.directory.KnownPeople;
import org.keyhopper.core.internal.directory.OutageListener;
import org.keyhopper.core.internal.directory.OutageWait;
import org.keyhopper.core.internal.directory.Outages;
import org.keyhopper.core.internal.run.CancellablePrompts;
import org.keyhopper.core.internal.run.DirectoryWideProblems;
import org.keyhopper.core.internal.run.Listeners;
import org.keyhopper.core.internal.run.RunServices;
import org.keyhopper.core.internal.run.RunStart;
import org.keyhopper.core.internal.run.SignIn;
import org.keyhopper.core.people.CheckedRecipient;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.people.PreparationSnapshot;
import org.keyhopper.core.people.PreparationSnapshot.Phase;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;

/** Looks up the recipients that a run would attempt, a few at a time, before the run. Any thread. */
public final class RecipientCheck implements Preparation {

    private final RunServices services;
    private final RunStart start;
    private final KnownPeople known;
    /** The prompts of the check, then those of the run that took the directory over. */
    private final AtomicReference<DirectoryPrompts> prompts = new AtomicReference<>();

    private final List<RecipientState> recipients;
    private final Map<Integer, CheckedRecipient> findings = new ConcurrentSkipListMap<>();
    private final Set<Integer> excluded = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looked = new AtomicInteger();
    private final AtomicReference<Problem> halt = new AtomicReference<>();
    private final Listeners<Consumer<PreparationSnapshot>> listeners = new Listeners<>();
    private final CompletableFuture<PreparationSnapshot> over = new CompletableFuture<>();

    /** Whether the directory is no longer ours: a run has them, or they are given up. */
    private final AtomicBoolean released = new AtomicBoolean();

    private volatile boolean skipping;
    private volatile boolean closed;
    private volatile Directory directory;
    private volatile PreparationSnapshot latest;

    /** @param start how a run over the request would start without a check; known people are added */
    public RecipientCheck(RunServices services, RunStart start) {
        this.services = services;
        this.start = start;
        known = start.known();
        recipients = start.open();
        prompts.set(new CancellablePrompts(
                start::prompts, problem -> show(latest.phase(), Optional.of(problem)), this::isCancelled));
        latest = new PreparationSnapshot(Phase.SIGNING_IN, 0, recipients.size(), 0, Optional.empty());
    }

    /** Starts its thread. */
    public RecipientCheck start() {
        Thread.ofPlatform().daemon().name("check " + request().id()).start(this::run);
        return this;
    }

    private boolean ends() {
        return closed || skipping;
    }

    /** A sign-in goes on when the look-ups are to be left out. */
    private boolean isCancelled() {
        return closed || (skipping && directory != null);
    }

    private void run() {
        try {
            SignIn signIn = start.signIn().to(CancellablePrompts.forwarding(prompts::get));
            Answer<Directory> answer = signIn.await();
            if (answer.failure().isPresent()) {
                fail(answer.failure().get());
                return;
            }
            directory = answer.result().orElseThrow();
            lookUp(directory);
            end();
        } catch (RuntimeException e) {
            fail(Failures.internalFault(e));
        }
    }

    private void lookUp(Directory opened) {
        show(Phase.LOOKING_UP, Optional.empty());
        OutageWait.Rules rules = new OutageWait.Rules(services.pauses(), start.limit(), services.clock());
        OutageWait outage = new OutageWait(rules, this::ends, new Outage());
        BoundedParallel.forEach(recipients, () -> !ends() && halt.get() == null, recipient -> {
            String reference = recipient.recipient().reference();
            note(recipient, outage.ask(() -> asked(opened, reference)));
        });
    }

    private static Answer<DirectoryUser> asked(Directory opened, String reference) {
        try {
            return opened.people().find(reference);
        } catch (RuntimeException e) {
            return Answer.failed(Failures.internalFault(e));
        }
    }

    private void note(RecipientState recipient, Answer<DirectoryUser> answer) {
        Optional<Problem> failure = answer.failure();
        if (ends() && failure.isPresent()) {
            return;
        }
        failure.filter(problem -> DirectoryWideProblems.concernAllUsers(problem) || Outages.isFor(problem))
                .ifPresent(halt::set);
        RecipientFindings.of(recipient, answer)
                .ifPresent(found -> findings.put(recipient.id().position(), found));
        known.put(recipient.recipient().reference(), answer);
        looked.incrementAndGet();
        show(Phase.LOOKING_UP, Optional.empty());
    }

    private void end() {
        if (closed) {
            fail(Problem.of(RunProblem.STOPPED));
        } else if (halt.get() != null) {
            fail(halt.get());
        } else {
            show(Phase.READY, Optional.empty());
            over.complete(latest);
        }
    }

    private void fail(Problem problem) {
        release();
        show(Phase.FAILED, Optional.of(problem));
        over.complete(latest);
    }

    private void show(Phase phase, Optional<Problem> notice) {
        synchronized (this) {
            if (!latest.isOver()) {
                PreparationSnapshot now =
                        new PreparationSnapshot(phase, looked.get(), recipients.size(), findings.size(), notice);
                latest = now;
                listeners.post(listener -> listener.accept(now));
            }
        }
        listeners.deliver();
    }

    /** Shows outages of the directory. */
    private final class Outage implements OutageListener {
        @Override
        public void isOut(Problem notice, boolean news) {
            show(Phase.DIRECTORY_OUT, Optional.of(notice));
        }

        @Override
        public void isBack() {
            // The look-up that was answered shows it.
        }
    }

    /**
     * Hands request and directory to a run.
     *
     * @return empty when that cannot be: it failed, was given up, or a run has them already
     */
    public Optional<RunStart> handOver() {
        if (latest.phase() != Phase.READY || !released.compareAndSet(false, true)) {
            return Optional.empty();
        }
        ProvisioningRequest now = services.requests().find(request().id()).orElseThrow();
        Directory opened = directory;
        return Optional.of(new RunStart(
                now,
                start.people().map(this::withoutExcluded),
                asked -> {
                    prompts.set(asked);
                    return SignIn.done(opened);
                },
                start.prompts(),
                known,
                start.limit()));
    }

    /** Those were skipped for a reason, and would otherwise be attempted as others who were skipped. */
    private Set<Integer> withoutExcluded(Set<Integer> people) {
        return people.stream().filter(position -> !excluded.contains(position)).collect(Collectors.toSet());
    }

    private void release() {
        if (released.compareAndSet(false, true)) {
            Optional.ofNullable(directory).ifPresent(Directory::close);
        }
    }

    @Override
    public ProvisioningRequest request() {
        return start.request();
    }

    @Override
    public PreparationSnapshot snapshot() {
        return latest;
    }

    @Override
    public void addListener(Consumer<PreparationSnapshot> listener) {
        listeners.add(listener, added -> added.accept(latest));
        listeners.deliver();
    }

    @Override
    public List<CheckedRecipient> findings() {
        return new ArrayList<>(findings.values());
    }

    @Override
    public void skipRest() {
        skipping = true;
    }

    @Override
    public CompletableFuture<PreparationSnapshot> completed() {
        return over;
    }

    @Override
    public void exclude(Collection<CheckedRecipient> unwanted) {
        unwanted.forEach(this::exclude);
    }

    private void exclude(CheckedRecipient one) {
        RecipientId recipient = one.recipient().id();
        Claim taken = services.requests()
                .claim(recipient)
                .orElseThrow(() -> new StoreException(recipient + " is being worked on and was not excluded."));
        try (Claim claim = taken) {
            OutcomeRecord skipped = OutcomeRecord.withoutCeremony(
                    Outcome.SKIPPED, one.problem(), services.clock().instant());
            services.requests().settle(claim, recipient, skipped);
            excluded.add(recipient.position());
        }
    }

    @Override
    public void close() {
        closed = true;
        if (over.isDone()) {
            release();
        }
    }
}
