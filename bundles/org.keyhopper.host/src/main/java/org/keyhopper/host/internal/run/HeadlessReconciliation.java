package org.keyhopper.host.internal.run;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.reconcile.AwaitedDevice;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.reconcile.ReconcilePrompts;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.station.Station;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.host.internal.output.ProblemLines;
import org.keyhopper.host.internal.output.RunLines;

/** A reconciliation without a window, printed as lines. */
public final class HeadlessReconciliation {

    private final Station station;
    private final Output output;

    public HeadlessReconciliation(Station station, Output output) {
        this.station = station;
        this.output = output;
    }

    /**
     * Performs the reconciliation; blocking. The first Ctrl-C cancels waiting for devices and skips the remaining
     * recipients.
     *
     * @param givingUp whether devices that are not connected are declared lost
     */
    public Answer<List<RecipientState>> perform(ReconcileOrder order, boolean givingUp) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Interrupt.onFirst(() -> cancelled.set(true));
        RunLines lines = new RunLines(output);
        Answer<List<RecipientState>> answer = station.reconciler()
                .reconcile(
                        order,
                        new HeadlessDirectoryPrompts(output, cancelled::get),
                        new Prompts(lines, order, givingUp));
        if (answer.result().isPresent()) {
            station.requests()
                    .find(order.request())
                    .ifPresent(request -> lines.happened(new RunEvent.Ended(request.tally())));
        }
        return answer;
    }

    /** Devices are declared lost only after the order's time limit has passed. */
    private final class Prompts implements ReconcilePrompts {

        private final RunLines lines;
        private final ReconcileOrder order;
        private final boolean givingUp;

        Prompts(RunLines lines, ReconcileOrder order, boolean givingUp) {
            this.lines = lines;
            this.order = order;
            this.givingUp = givingUp;
        }

        @Override
        public void insert(List<AwaitedDevice> awaited) {
            if (awaited.isEmpty()) {
                return;
            }
            AwaitedDevice first = awaited.getFirst();
            JsonObject json = new JsonObject();
            json.addProperty("event", "waiting");
            json.addProperty("for", "insert");
            json.addProperty("user", first.recipient().recipient().user());
            json.addProperty("device", first.model());
            json.addProperty("serial", first.serial().orElse(null));
            json.addProperty("place", first.place());
            json.addProperty("seconds", order.timeout().toSeconds());
            output.printObject(json);
            output.print("");
            output.print("Insert or tap the device of "
                    + first.recipient().recipient().name() + ": " + first.label()
                    + (first.place().isBlank() ? "" : ", last in " + first.place()) + ".");
            first.obstacle().ifPresent(problem -> output.print("   " + ProblemLines.of(problem)));
            if (awaited.size() > 1) {
                output.print("   Also waiting for: "
                        + awaited.stream()
                                .skip(1)
                                .map(device -> device.recipient().recipient().name() + " (" + device.label() + ")")
                                .collect(Collectors.joining(", "))
                        + ".");
            }
        }

        @Override
        public boolean isGivenUp(RecipientId recipient) {
            return givingUp;
        }

        @Override
        public void notAwaited(LinkDescription device) {
            output.print("   This device is not one of them: " + device.product()
                    + device.serial().map(serial -> ", serial number " + serial).orElse("") + ".");
        }

        @Override
        public void settled(RecipientState recipient) {
            output.print("");
            output.print(
                    recipient.id().position() + ". " + recipient.recipient().name());
            lines.happened(new RunEvent.Settled(recipient));
        }
    }
}
