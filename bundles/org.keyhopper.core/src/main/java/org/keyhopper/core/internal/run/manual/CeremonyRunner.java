package org.keyhopper.core.internal.run.manual;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.internal.ceremony.Ceremony;
import org.keyhopper.core.internal.device.Interruption;
import org.keyhopper.core.internal.run.CeremonyProgress;
import org.keyhopper.core.internal.run.CeremonyProgressAdapter;
import org.keyhopper.core.internal.run.RunServices;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;

/** Performs ceremonies on the device's worker, one at a time, and reports progress and end on the run's thread. */
final class CeremonyRunner implements CeremonyProgressAdapter.Display {

    private final RunServices services;
    private final ManualRunState state;
    private final Executor run;
    private Interruption interruption = new Interruption();
    private CompletableFuture<OutcomeRecord> ceremony = CompletableFuture.completedFuture(null);

    CeremonyRunner(RunServices services, ManualRunState state, Executor run) {
        this.services = services;
        this.state = state;
        this.run = run;
    }

    /** Starts a ceremony; {@code then} receives its outcome, or why it came to none. */
    void start(CeremonyOrder order, BiConsumer<OutcomeRecord, Throwable> then) {
        interruption = new Interruption();
        Ceremony started = new Ceremony(
                services.ceremonies().apply(state.queue.claimOn(order.recipient())),
                order,
                new ProgressAdapter(order.recipient()),
                interruption);
        ceremony = services.devices().submit(order.device().link().id(), started::perform);
        ceremony.whenComplete((outcome, failure) -> run.execute(() -> then.accept(outcome, failure)));
    }

    /** Ends a wait for the operator in the ceremony under way, now or later; the reason becomes its result. */
    void interrupt(RunProblem reason) {
        interruption.raise(reason);
    }

    /** Waits for the ceremony under way, which needs the directory until its end. */
    void awaitEnd() {
        interrupt(RunProblem.STOPPED);
        ceremony.handle((outcome, failure) -> outcome).join();
    }

    @Override
    public void progress(Consumer<CeremonyProgress> change) {
        run.execute(() -> {
            change.accept(state.progress);
            state.publish();
        });
    }

    @Override
    public void report(RunEvent event) {
        run.execute(() -> state.report(event));
    }

    /** Adds what an operator has to do with the device. */
    private final class ProgressAdapter extends CeremonyProgressAdapter {

        /** Shown until the ceremony ends. Confined to the run's thread. */
        private Optional<Problem> warning = Optional.empty();

        ProgressAdapter(RecipientState recipient) {
            super(recipient, CeremonyRunner.this);
        }

        @Override
        public void warned(Problem problem) {
            super.warned(problem);
            run.execute(() -> {
                warning = Optional.of(problem);
                state.notice(warning);
            });
        }

        @Override
        public void done(CeremonyStep step, Duration took) {
            missedIsOver();
            super.done(step, took);
        }

        private void missedIsOver() {
            run.execute(() -> state.notice(warning));
        }

        @Override
        public void reinserted(LinkDescription link) {
            run.execute(() -> state.device.doneWith(link.id()));
        }

        @Override
        public void missed(Problem problem) {
            run.execute(() -> state.notice(Optional.of(problem)));
        }

        @Override
        public void instructed(Instruction instruction) {
            run.execute(() -> state.instruct(instruction));
        }
    }
}
