package org.keyhopper.core.internal.run.manual;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.internal.directory.OutageListener;
import org.keyhopper.core.internal.directory.OutageWait;
import org.keyhopper.core.internal.run.RunLifecycle;
import org.keyhopper.core.internal.run.RunServices;
import org.keyhopper.core.internal.run.RunStart;
import org.keyhopper.core.internal.run.SignIn;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunMoment;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A manual run: one thread that passes events, one after the other, to the state machine. */
public final class ManualRun extends RunLifecycle implements Run {

    private static final Logger LOGGER = LoggerFactory.getLogger(ManualRun.class);

    private final ManualRunState state;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();

    /** Set by any thread as soon as the operator wants to stop, so that a sign-in gives up. */
    private volatile boolean stopped;

    /** Both confined to the run's thread, and set once the directory is open. */
    private ManualStateMachine machine;

    private Devices.Subscription subscription;

    /** @param slot as in {@link DeviceSelection} */
    public ManualRun(RunServices services, RunStart start, String slot) {
        super(services, start);
        this.state = new ManualRunState(queue, new DeviceSelection(slot));
    }

    /** Starts the run's thread. */
    public ManualRun start() {
        launch();
        return this;
    }

    @Override
    public RunSnapshot snapshot() {
        return state.latest();
    }

    @Override
    public void addListener(RunListener listener) {
        Runnable event = () -> state.follow(listener);
        events.add(event);
        if (ended().isDone() && events.remove(event)) {
            event.run();
        }
    }

    @Override
    public void choose(Choice choice, RunMoment seen) {
        stopped = stopped || choice == Choice.STOP;
        events.add(() -> {
            if (choice == Choice.STOP || seen.equals(state.latest().moment())) {
                chosen(choice);
            }
        });
    }

    @Override
    public void select(LinkId link) {
        events.add(() -> whenOpen(opened -> opened.acquisition().select(link)));
    }

    @Override
    public void wink(LinkId link) {
        events.add(() -> whenOpen(opened -> opened.acquisition().wink(link)));
    }

    @Override
    public void goTo(int position) {
        events.add(() -> whenOpen(opened -> opened.goTo(position)));
    }

    private void whenOpen(Consumer<ManualStateMachine> action) {
        Optional.ofNullable(machine).ifPresent(action);
    }

    private void chosen(Choice choice) {
        if (machine != null) {
            machine.choose(choice);
        } else if (choice == Choice.STOP && !state.isOver()) {
            state.halt(Problem.of(RunProblem.STOPPED));
        }
    }

    /** The state machine itself enters the phase in which the run ends. */
    @Override
    protected Optional<Problem> work() throws InterruptedException {
        SignIn signIn = signIn(problem -> events.add(() -> state.notice(Optional.of(problem))), () -> stopped);
        signIn.then(answer -> events.add(() -> signedIn(answer)));
        try {
            while (!state.isOver()) {
                events.take().run();
            }
            return Optional.empty();
        } finally {
            if (machine == null) {
                signIn.abandon();
            } else {
                subscription.close();
                machine.close();
            }
        }
    }

    private void signedIn(Answer<Directory> answer) {
        if (state.isOver()) {
            return;
        }
        Optional<Problem> problem = answer.failure();
        if (problem.isPresent()) {
            state.halt(problem.get());
            return;
        }
        OutageWait outages = outages(() -> stopped, new Outage());
        Directory directory = waiting(answer.result().orElseThrow(), outages);
        ManualStateMachine opened =
                new ManualStateMachine(services, state, directory, new NextRecipient(state, outages, events::add));
        subscription = services.devices().subscribe(snapshot -> events.add(() -> opened.devicesChanged(snapshot)));
        machine = opened;
        opened.nextTurn();
    }

    /** Carries outages from the threads that ask the directory to the run's thread. */
    private final class Outage implements OutageListener {
        @Override
        public void isOut(Problem notice, boolean news) {
            events.add(() -> state.directoryIsOut(notice, news));
        }

        @Override
        public void isBack() {
            events.add(state::directoryIsBack);
        }
    }

    @Override
    protected void over(Optional<Problem> problem, RunEvent last, Runnable then) {
        problem.ifPresent(state::halt);
        drain();
        state.report(last);
        then.run();
        drain();
    }

    /** Serves the callers whose events came while the run was ending. */
    private void drain() {
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            try {
                event.run();
            } catch (RuntimeException e) {
                LOGGER.error("An event at the end of a run failed", e);
            }
        }
    }
}
