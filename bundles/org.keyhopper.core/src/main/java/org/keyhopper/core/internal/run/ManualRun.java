package org.keyhopper.core.internal.run;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.directory.OutageListener;
import org.keyhopper.core.internal.directory.OutageWait;
import org.keyhopper.core.internal.directory.WaitingDirectory;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunMoment;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A manual run: one thread that takes what happens, one thing after the other, and hands it to the desk. */
public final class ManualRun implements Run {

    private static final Logger LOGGER = LoggerFactory.getLogger(ManualRun.class);

    private final RunServices parts;
    private final RecipientQueue turns;
    private final DeviceSelection device;
    private final ManualRunState view;
    private final DirectoryPrompts prompts;
    private final RunStart start;
    private final OutageWait outage;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Tally> ended = new CompletableFuture<>();

    /** Set by any thread as soon as the operator wants to stop, so that a sign-in gives up. */
    private volatile boolean stopped;

    /** Both confined to the run's thread, and set once the directory is open. */
    private ManualStateMachine desk;

    private Devices.Subscription subscription;

    public ManualRun(RunServices parts, RunStart start, String slot) {
        this.parts = parts;
        this.start = start;
        this.turns = new RecipientQueue(start.request());
        this.device = new DeviceSelection(slot);
        this.view = new ManualRunState(turns, device);
        this.prompts = new CancellablePrompts(
                start.prompts(), problem -> events.add(() -> view.notice(Optional.of(problem))), () -> stopped);
        OutageWait.Rules rules = new OutageWait.Rules(parts.pauses(), start.limit(), parts.clock());
        this.outage = new OutageWait(rules, () -> stopped, new Outage());
    }

    /** Starts the run's thread. */
    public ManualRun start() {
        Thread.ofPlatform().daemon().name("run " + turns.request().id()).start(this::run);
        return this;
    }

    @Override
    public RunSnapshot snapshot() {
        return view.latest();
    }

    @Override
    public void follow(RunListener listener) {
        Runnable event = () -> view.follow(listener);
        events.add(event);
        if (ended.isDone() && events.remove(event)) {
            event.run();
        }
    }

    @Override
    public void choose(Choice choice, RunMoment seen) {
        stopped = stopped || choice == Choice.STOP;
        events.add(() -> {
            if (choice == Choice.STOP || seen.equals(view.latest().moment())) {
                chosen(choice);
            }
        });
    }

    @Override
    public void pick(LinkId link) {
        events.add(() -> whenOpen(opened -> opened.pick(link)));
    }

    @Override
    public void blink(LinkId link) {
        events.add(() -> whenOpen(opened -> opened.blink(link)));
    }

    private void whenOpen(Consumer<ManualStateMachine> act) {
        Optional.ofNullable(desk).ifPresent(act);
    }

    @Override
    public CompletableFuture<Tally> ended() {
        return ended;
    }

    private void chosen(Choice choice) {
        if (desk != null) {
            desk.choose(choice);
        } else if (choice == Choice.STOP && !view.isOver()) {
            view.halt(Problem.of(RunProblem.STOPPED));
        }
    }

    private void run() {
        try (Requests.Lease lease = start.lease()) {
            work(start.signIn().to(prompts));
        } catch (StoreException e) {
            view.halt(Failures.problemOf(e));
        } catch (RuntimeException e) {
            view.halt(Failures.internalFault(e));
        } finally {
            end();
        }
    }

    private void work(SignIn signIn) {
        signIn.then((answer, failure) -> events.add(() -> signedIn(answer, failure)));
        try {
            while (!view.isOver()) {
                events.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            view.halt(Problem.of(RunProblem.STOPPED));
        } finally {
            if (desk == null) {
                signIn.abandon();
            } else {
                subscription.close();
                desk.close();
            }
        }
    }

    private void signedIn(Answer<Directory> answer, Throwable failure) {
        if (view.isOver()) {
            return;
        }
        Optional<Problem> trouble = failure == null ? answer.trouble() : Optional.of(Failures.problemOf(failure));
        if (trouble.isPresent()) {
            view.halt(trouble.get());
            return;
        }
        Directory directory = new WaitingDirectory(answer.result().orElseThrow(), start.known(), outage);
        ManualStateMachine opened = new ManualStateMachine(parts, turns, device, view, directory, events::add);
        subscription = parts.devices().follow(snapshot -> events.add(() -> opened.devicesChanged(snapshot)));
        desk = opened;
        desk.nextTurn();
    }

    /** Carries outages from the threads that ask the directory to the run's thread. */
    private final class Outage implements OutageListener {
        @Override
        public void isOut(Problem notice, boolean news) {
            events.add(() -> whenOpen(opened -> opened.directoryIsOut(notice, news)));
        }

        @Override
        public void isBack() {
            events.add(() -> whenOpen(ManualStateMachine::directoryIsBack));
        }
    }

    /** Tells how it ended, also those who came while it was ending. */
    private void end() {
        drain();
        guarded(() -> parts.requests().find(turns.request().id()).ifPresent(turns::refresh));
        Tally tally = turns.request().tally();
        view.tell(new RunEvent.Ended(tally));
        ended.complete(tally);
        drain();
    }

    private void drain() {
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            guarded(event);
        }
    }

    private static void guarded(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            LOGGER.error("A run did not end as it should", e);
        }
    }
}
