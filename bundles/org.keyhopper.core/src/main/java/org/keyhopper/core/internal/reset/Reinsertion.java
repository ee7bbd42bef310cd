package org.keyhopper.core.internal.reset;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.internal.device.Identification;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/**
 * Gives fresh power to a device whose power only a person can take off and give back, such as a USB key: it is taken out and
 * put back, and reset at once where that is wanted. Meanwhile no other device may be plugged in. The device that comes back
 * must be proved to be the one that left, or, where nothing can prove it, confirmed by the operator while it is out. Another
 * one is reported and left alone, and the right one waited for. What follows is done with the device that came back.
 *
 * @param printerReaders names of readers inside printers: what is in them is out of the operator's reach
 */
public record Reinsertion(
        Devices devices, Identification identification, Supplier<Set<String>> printerReaders, Times times) {

    /**
     * How long the operator may take.
     *
     * @param takingOut to take the device out, and once more to remove others
     * @param puttingBack to put it back; once more as long after another was put in instead
     * @param confirming to confirm the device by its label
     * @param window how long after power-up a device can be reset (CTAP 2.2 section 6.6)
     */
    public record Times(Duration takingOut, Duration puttingBack, Duration confirming, Duration window) {

        /** What a person at a desk needs. */
        public static final Times USUAL = new Times(
                Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(2), Duration.ofSeconds(10));
    }

    /** With the times that an operator needs; a reader learned for feeding by hand is at the desk. */
    public static Reinsertion at(Devices devices, Identification identification, ReaderBindings bindings) {
        Supplier<Set<String>> inPrinters = () -> bindings.list().stream()
                .filter(binding -> !binding.printer().startsWith("manual:"))
                .map(ReaderBinding::reader)
                .collect(Collectors.toUnmodifiableSet());
        return new Reinsertion(devices, identification, inPrinters, Times.USUAL);
    }

    void reset(ResetContext context) throws StepFailure, DeviceException {
        Deadline closing = comeBack(context, true);
        if (closing.hasPassed()) {
            throw DeviceException.refused(Problem.of(DeviceProblem.RESET_TOO_LATE));
        }
        context.onDevice(() -> {
            AuthenticatorReset.resetNow(context.device(), context.stop(), context::instruct);
            return true;
        });
    }

    /**
     * Has the operator take the device out and put it back to renew its presence. Where nothing proves that it is the same
     * one, it is taken for it, and {@link ResetContext#moveTo} is told so.
     */
    public void renewPresence(ResetContext context) throws StepFailure, DeviceException {
        comeBack(context, false);
    }

    /**
     * Has the operator take it out and put it back, and moves to it; returns when the window closes in which it can be reset.
     * Fails with CANNOT_TELL_APART before anything else, NOT_TAKEN_OUT, OTHERS_NOT_REMOVED, NOT_CONFIRMED, NOT_PUT_BACK or
     * DIFFERENT_DEVICE.
     */
    private Deadline comeBack(ResetContext context, boolean forReset) throws StepFailure, DeviceException {
        LinkId old = context.device().link().id();
        DeviceIdentity identity =
                context.onDevice(() -> DeviceIdentity.of(context.device(), identification, context.listed()));
        boolean ask = forReset && !identity.canBeProved();
        if (ask && context.confirmation().isEmpty()) {
            throw DeviceException.refused(Problem.of(DeviceProblem.CANNOT_TELL_APART));
        }
        try (DeviceMonitor monitor = DeviceMonitor.of(devices, printerReaders.get(), context.stop(), old)) {
            context.instruct(new Instruction.TakeOut(times.takingOut()));
            boolean out = monitor.becomes(
                    present -> present.stream().noneMatch(link -> link.id().equals(old)),
                    Deadline.in(times.takingOut()));
            if (!out) {
                throw new StepFailure(Problem.of(RunProblem.NOT_TAKEN_OUT));
            }
            context.letGo();
            if (ask) {
                new LabelConfirmation(context, monitor, times).require(identity);
            }
            return new ReinsertionWait(this, context, monitor, identity, ask).await();
        }
    }
}
