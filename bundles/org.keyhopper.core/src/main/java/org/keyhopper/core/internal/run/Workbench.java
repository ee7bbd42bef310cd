package org.keyhopper.core.internal.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.internal.ceremony.Ceremony;
import org.keyhopper.core.internal.ceremony.CeremonyTools;
import org.keyhopper.core.request.OutcomeRecord;

/** Has ceremonies performed on the device's worker, one at a time, and their end told on the run's thread. */
final class Workbench {

    private final Devices devices;
    private final CeremonyTools tools;
    private final Executor run;
    private final CancelSignal stop = new CancelSignal();
    private CompletableFuture<OutcomeRecord> ceremony = CompletableFuture.completedFuture(null);

    Workbench(Devices devices, CeremonyTools tools, Executor run) {
        this.devices = devices;
        this.tools = tools;
        this.run = run;
    }

    /** Starts a ceremony; {@code then} hears its outcome, or why it did not come to one. */
    void start(CeremonyOrder order, DeskDevice device, DeskView view, BiConsumer<OutcomeRecord, Throwable> then) {
        CeremonyEcho echo = new CeremonyEcho(order.recipient(), device, view, run);
        ceremony = devices.on(order.device().link().id(), new Ceremony(tools, order, echo, stop)::perform);
        ceremony.whenComplete((outcome, failure) -> run.execute(() -> then.accept(outcome, failure)));
    }

    /** The ceremony in hand waits for no person any more. */
    void stop() {
        stop.raise();
    }

    /** Waits for the ceremony in hand, which needs the directory until its end. */
    void awaitEnd() {
        stop();
        ceremony.handle((outcome, failure) -> outcome).join();
    }
}
