package org.keyhopper.ui.fakes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunMoment;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunSnapshot;

/**
 * Plays a manual run on its own thread: cards are inserted and removed automatically, every second one is already
 * assigned, and the operator's choices are carried out.
 */
public final class ScriptedRun extends FakeRun {

    private static final Set<Choice> WAITING = Set.of(Choice.SKIP_USER, Choice.STOP);

    private final FakeRequests requests;
    private final ProvisioningRequest first;
    private final long stepMillis;
    private final BlockingQueue<Choice> choices = new LinkedBlockingQueue<>();

    private ScriptedRun(FakeRequests requests, ProvisioningRequest request, long stepMillis) {
        super(snapshot(request, RunPhase.PREPARING, Optional.empty(), -1, Set.of(Choice.STOP)));
        this.requests = requests;
        this.stepMillis = stepMillis;
        first = request;
    }

    /** Starts the run; {@code stepMillis} is the duration of each step. */
    public static ScriptedRun start(FakeRequests requests, ProvisioningRequest request, long stepMillis) {
        ScriptedRun run = new ScriptedRun(requests, request, stepMillis);
        Thread thread = new Thread(run::play, "scripted run");
        thread.setDaemon(true);
        thread.start();
        return run;
    }

    @Override
    public void choose(Choice choice, RunMoment seen) {
        choices.add(choice);
    }

    private void play() {
        try {
            pause();
            boolean used = false;
            for (RecipientState recipient : first.open()) {
                if (!attend(recipient, used)) {
                    break;
                }
                used = !used;
            }
            show(snapshot(request(), RunPhase.COMPLETED, Optional.empty(), -1, Set.of()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
    }

    /** Returns false when the run was stopped. */
    private boolean attend(RecipientState recipient, boolean used) throws InterruptedException {
        show(snapshot(request(), RunPhase.INSERT_DEVICE, Optional.empty(), -1, WAITING));
        pause();
        DeviceFacts device = used ? DeviceSamples.usedCard(true) : DeviceSamples.card();
        show(snapshot(request(), RunPhase.IDENTIFYING, Optional.of(device), 0, WAITING));
        pause();
        show(used ? Samples.provisioned(request(), device) : Samples.ready(request(), device));
        Choice choice = choices.take();
        switch (choice) {
            case STOP -> {
                return false;
            }
            case SKIP_USER, NEXT_USER -> settle(recipient, Outcome.SKIPPED);
            case TRY_NEW_DEVICE -> {
                return attend(recipient, false);
            }
            case PROVISION, RESET_AND_PROVISION -> provision(recipient, device);
        }
        return true;
    }

    private void provision(RecipientState recipient, DeviceFacts device) throws InterruptedException {
        int steps = Samples.steps(0, false).size();
        for (int done = 2; done <= steps; done++) {
            show(snapshot(request(), RunPhase.WORKING, Optional.of(device), done, Set.of(Choice.STOP)));
            pause();
        }
        RunSnapshot last =
                snapshot(request(), RunPhase.REMOVE_PROVISIONED, Optional.of(device), steps, Set.of(Choice.STOP));
        settle(recipient, Outcome.PROVISIONED);
        RecipientState settled = request().recipient(recipient.id().position());
        show(Samples.withCurrent(last, request(), settled));
        pause();
        pause();
    }

    private void settle(RecipientState recipient, Outcome outcome) {
        RecipientState settled = Samples.state(recipient.id(), recipient.recipient(), outcome, Optional.empty());
        requests.settle(recipient.id(), settled.last().orElseThrow());
        publish(new RunEvent.Settled(settled));
    }

    private ProvisioningRequest request() {
        return requests.find(first.id()).orElse(first);
    }

    private void pause() throws InterruptedException {
        Thread.sleep(stepMillis);
    }

    private static RunSnapshot snapshot(
            ProvisioningRequest request, RunPhase phase, Optional<DeviceFacts> device, int done, Set<Choice> choices) {
        return Samples.snapshot(request, phase, device, done, choices);
    }

    /** Returns an empty list: choices are carried out, not recorded. */
    @Override
    public List<Choice> chosen() {
        return List.of();
    }
}
