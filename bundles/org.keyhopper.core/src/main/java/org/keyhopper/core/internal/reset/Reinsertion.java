package org.keyhopper.core.internal.reset;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.DeviceLabel;
import org.keyhopper.api.request.DeviceQuestion;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.internal.device.Identification;
import org.keyhopper.core.internal.device.Interruption;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/**
 * Has the operator power-cycle a device whose power only a person can cycle, such as a USB key: it is removed and
 * reinserted. Meanwhile no other device may be connected. The reinserted device must be proved to be the one that was
 * removed or, where nothing can prove it, confirmed by the operator while it is removed. Another device is reported and
 * left alone, and the right one is awaited. What follows is done with the reinserted device.
 *
 * @param printerReaders names of the readers inside printers: their devices are out of the operator's reach
 */
public record Reinsertion(
        Devices devices, Identification identification, Supplier<Set<String>> printerReaders, Times times) {

    /** How soon a stop is noticed. */
    private static final long POLL_MILLIS = 200;

    /**
     * How long the operator may take.
     *
     * @param takingOut to remove the device, and once more to remove others
     * @param puttingBack to reinsert it; once more as long after another was inserted instead
     * @param confirming to confirm the device by its label
     * @param window how long after power-up a device can be reset (CTAP 2.2 section 6.6)
     */
    public record Times(Duration takingOut, Duration puttingBack, Duration confirming, Duration window) {

        /** Times for an operator at a desk. */
        public static final Times USUAL = new Times(
                Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(2), Duration.ofSeconds(10));
    }

    /** Makes one with the usual times; a reader that was learned for feeding by hand is at the desk. */
    public static Reinsertion at(Devices devices, Identification identification, ReaderBindings bindings) {
        Supplier<Set<String>> inPrinters = () -> bindings.list().stream()
                .filter(binding -> !binding.printer().startsWith("manual:"))
                .map(ReaderBinding::reader)
                .collect(Collectors.toUnmodifiableSet());
        return new Reinsertion(devices, identification, inPrinters, Times.USUAL);
    }

    /**
     * Has the device removed and reinserted to renew its user presence. Where nothing proves that the reinserted device
     * is the same one, it is accepted, and {@link CurrentDevice#isCertain} is false from then on.
     */
    public void renewPresence(ResetContext context) throws StepFailedException, DeviceException {
        reinsert(context, false);
    }

    /**
     * Has the device removed and reinserted, and continues with it. Fails with CANNOT_TELL_APART before anything else,
     * NOT_TAKEN_OUT, OTHERS_NOT_REMOVED, NOT_CONFIRMED, NOT_PUT_BACK or DIFFERENT_DEVICE.
     *
     * @param forReset whether the device must be certain to be the same one
     * @return when the window closes in which it can be reset
     */
    Deadline reinsert(ResetContext context, boolean forReset) throws StepFailedException, DeviceException {
        CurrentDevice current = context.current();
        LinkId old = current.device().link().id();
        DeviceIdentity identity =
                current.run(() -> DeviceIdentity.of(current.device(), identification, context.listed()));
        boolean ask = forReset && !identity.canBeProved();
        if (ask && context.confirmation().isEmpty()) {
            throw DeviceException.refused(Problem.of(DeviceProblem.CANNOT_TELL_APART));
        }
        try (DeviceMonitor monitor = DeviceMonitor.of(devices, printerReaders.get(), context.stop(), old)) {
            context.instruct(new Instruction.TakeOut(times.takingOut()));
            boolean removed = monitor.becomes(
                    present -> present.stream().noneMatch(link -> link.id().equals(old)),
                    Deadline.in(times.takingOut()));
            if (!removed) {
                throw new StepFailedException(Problem.of(RunProblem.NOT_TAKEN_OUT));
            }
            current.disconnect();
            if (ask) {
                confirm(context, monitor, identity);
            }
            return new ReinsertionWait(this, context, monitor, identity, ask).await();
        }
    }

    /**
     * Has the operator confirm, while no device is connected, a device that cannot be told from others of its model.
     */
    private void confirm(ResetContext context, DeviceMonitor monitor, DeviceIdentity identity)
            throws StepFailedException {
        awaitNone(context, monitor);
        context.instruct(new Instruction.ConfirmDevice(times.confirming()));
        DeviceQuestion question = new DeviceQuestion(identity.model(), times.confirming());
        DeviceLabel label = answer(context.confirmation().orElseThrow(), question, context.stop())
                .orElseThrow(() -> new StepFailedException(Problem.of(DeviceProblem.NOT_CONFIRMED)));
        context.current().confirmed(label);
        // A device that was inserted before the answer has used up its window.
        awaitNone(context, monitor);
    }

    private void awaitNone(ResetContext context, DeviceMonitor monitor) throws StepFailedException {
        Deadline deadline = Deadline.in(times.takingOut());
        List<LinkDescription> present = monitor.present();
        while (!present.isEmpty()) {
            context.instruct(new Instruction.RemoveOthers(deadline.remaining(), DeviceMonitor.names(present)));
            List<LinkDescription> announced = present;
            if (!monitor.becomes(now -> !now.equals(announced), deadline)) {
                throw new StepFailedException(
                        Problem.of(RunProblem.OTHERS_NOT_REMOVED, String.join(", ", DeviceMonitor.names(present))));
            }
            present = monitor.present();
        }
    }

    /** Asks on another thread, so that the wait ends also where the question does not. */
    private Optional<DeviceLabel> answer(DeviceConfirmation confirmation, DeviceQuestion question, Interruption stop)
            throws StepFailedException {
        FutureTask<Optional<DeviceLabel>> asking = new FutureTask<>(() -> confirmation.ask(question));
        Thread.ofPlatform().daemon().name("device confirmation").start(asking);
        try {
            return await(asking, stop);
        } finally {
            asking.cancel(true);
        }
    }

    private Optional<DeviceLabel> await(FutureTask<Optional<DeviceLabel>> asking, Interruption stop)
            throws StepFailedException {
        Deadline deadline = Deadline.in(times.confirming());
        while (true) {
            try {
                return asking.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillWaiting) {
                if (stop.isCancelled()) {
                    throw new StepFailedException(stop.problem());
                }
                if (deadline.hasPassed()) {
                    return Optional.empty();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StepFailedException(Problem.of(RunProblem.STOPPED));
            } catch (ExecutionException e) {
                throw new CompletionException(e.getCause());
            }
        }
    }
}
