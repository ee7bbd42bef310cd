package org.keyhopper.core.internal.run;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;

/** A manual run: one thread that takes what happens, one thing after the other, and hands it to the desk. */
public final class DeskRun implements Run {

    private final RunParts parts;
    private final Turns turns;
    private final DeskDevice device;
    private final DeskView view;
    private final DirectoryPrompts prompts;
    private final Requests.Lease lease;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Tally> ended = new CompletableFuture<>();

    /** Set by any thread as soon as the operator wants to stop, so that a sign-in gives up. */
    private volatile boolean stopped;

    /** Confined to the run's thread. */
    private Desk desk;

    public DeskRun(
            RunParts parts, ProvisioningRequest request, String slot, DirectoryPrompts prompts, Requests.Lease lease) {
        this.parts = parts;
        this.turns = new Turns(request);
        this.device = new DeskDevice(slot);
        this.view = new DeskView(turns, device);
        this.prompts = new PatientPrompts(prompts, problem -> events.add(() -> view.notice(problem)), () -> stopped);
        this.lease = lease;
    }

    /** Starts the run's thread. */
    public DeskRun start() {
        Thread.ofPlatform().daemon().name("run " + turns.request().id()).start(this::run);
        return this;
    }

    @Override
    public RunSnapshot snapshot() {
        return view.latest();
    }

    @Override
    public void follow(RunListener listener) {
        events.add(() -> view.follow(listener));
        if (ended.isDone()) {
            listener.changed(view.latest());
        }
    }

    @Override
    public void choose(Choice choice) {
        stopped = stopped || choice == Choice.STOP;
        events.add(() -> {
            if (desk != null) {
                desk.choose(choice);
            }
        });
    }

    @Override
    public CompletableFuture<Tally> ended() {
        return ended;
    }

    private void run() {
        try (lease) {
            drain();
            Answer<Directory> answer = parts.directories().open(turns.request().directory(), prompts);
            if (answer.trouble().isPresent()) {
                view.halt(answer.trouble().get());
            } else {
                work(answer.result().orElseThrow());
            }
        } catch (StoreException e) {
            view.halt(Problem.of(RunProblem.STORE_FAILED).withDetail(e.getMessage()));
        } catch (RuntimeException e) {
            view.halt(Failures.internalFault(e));
        } finally {
            drain();
            Tally tally = turns.request().tally();
            view.tell(new RunEvent.Ended(tally));
            ended.complete(tally);
        }
    }

    private void work(Directory directory) {
        desk = new Desk(parts, turns, device, view, directory, events::add);
        Devices.Subscription subscription =
                parts.devices().follow(snapshot -> events.add(() -> desk.devicesChanged(snapshot)));
        try (directory) {
            desk.nextTurn();
            while (!desk.isOver()) {
                events.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            view.halt(Problem.of(RunProblem.STOPPED));
        } finally {
            subscription.close();
            desk.close();
        }
    }

    /** Takes in what came while the run was not taking one event after the other: before sign-in, and at its end. */
    private void drain() {
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            event.run();
        }
    }
}
