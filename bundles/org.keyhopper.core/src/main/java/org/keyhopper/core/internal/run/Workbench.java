package org.keyhopper.core.internal.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.internal.ceremony.Ceremony;
import org.keyhopper.core.internal.ceremony.CeremonyTools;
import org.keyhopper.core.internal.device.Interruption;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.run.RunProblem;

/** Has ceremonies performed on the device's worker, one at a time, and their end told on the run's thread. */
final class Workbench {

    private final Devices devices;
    private final CeremonyTools tools;
    private final Executor run;
    private Interruption interruption = new Interruption();
    private CompletableFuture<OutcomeRecord> ceremony = CompletableFuture.completedFuture(null);

    Workbench(Devices devices, CeremonyTools tools, Executor run) {
        this.devices = devices;
        this.tools = tools;
        this.run = run;
    }

    /** Starts a ceremony; {@code then} hears its outcome, or why it did not come to one. */
    void start(CeremonyOrder order, DeskDevice device, DeskView view, BiConsumer<OutcomeRecord, Throwable> then) {
        interruption = new Interruption();
        CeremonyEcho echo = new CeremonyEcho(order.recipient(), device, view, run);
        ceremony = devices.on(order.device().link().id(), new Ceremony(tools, order, echo, interruption)::perform);
        ceremony.whenComplete((outcome, failure) -> run.execute(() -> then.accept(outcome, failure)));
    }

    /** The ceremony in hand waits for no person any more; the reason is what it ends with if it waits now. */
    void interrupt(RunProblem reason) {
        interruption.raise(reason);
    }

    /** Waits for the ceremony in hand, which needs the directory until its end. */
    void awaitEnd() {
        interrupt(RunProblem.STOPPED);
        ceremony.handle((outcome, failure) -> outcome).join();
    }
}
