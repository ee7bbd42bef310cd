package org.keyhopper.core.internal.reset;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.DeviceLabel;
import org.keyhopper.api.request.DeviceQuestion;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.run.RunProblem;

/** Has the operator confirm, while no device is plugged in, a device that nothing tells from others of its model. */
record LabelConfirmation(ResetContext context, DeviceMonitor monitor, Reinsertion.Times times) {

    private static final long POLL_MILLIS = 200;

    void require(DeviceIdentity identity) throws StepFailure {
        awaitNone();
        context.instruct(new Instruction.ConfirmDevice(times.confirming()));
        DeviceConfirmation confirmation = context.confirmation().orElseThrow();
        DeviceQuestion question = new DeviceQuestion(identity.model(), times.confirming());
        DeviceLabel label = answer(() -> confirmation.ask(question))
                .orElseThrow(() -> new StepFailure(Problem.of(DeviceProblem.NOT_CONFIRMED)));
        context.current().confirmed(label);
        // One that was put in before the answer has used up its window.
        awaitNone();
    }

    private void awaitNone() throws StepFailure {
        Deadline deadline = Deadline.in(times.takingOut());
        List<LinkDescription> present = monitor.present();
        while (!present.isEmpty()) {
            context.instruct(new Instruction.RemoveOthers(deadline.remaining(), DeviceMonitor.names(present)));
            List<LinkDescription> told = present;
            if (!monitor.becomes(now -> !now.equals(told), deadline)) {
                throw new StepFailure(
                        Problem.of(RunProblem.OTHERS_NOT_REMOVED, String.join(", ", DeviceMonitor.names(present))));
            }
            present = monitor.present();
        }
    }

    /** Asks on a thread of its own, so that neither an answer that never comes nor a question that cannot be ended is in the way. */
    private Optional<DeviceLabel> answer(Question question) throws StepFailure {
        CompletableFuture<Optional<DeviceLabel>> answer = new CompletableFuture<>();
        Thread asking = Thread.ofPlatform().daemon().name("device confirmation").start(() -> {
            try {
                answer.complete(question.ask());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return await(answer);
        } finally {
            asking.interrupt();
        }
    }

    private Optional<DeviceLabel> await(CompletableFuture<Optional<DeviceLabel>> answer) throws StepFailure {
        Deadline deadline = Deadline.in(times.confirming());
        while (true) {
            try {
                return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillWaiting) {
                if (context.stop().isRaised()) {
                    throw new StepFailure(context.stop().problem());
                }
                if (deadline.hasPassed()) {
                    return Optional.empty();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StepFailure(Problem.of(RunProblem.STOPPED));
            } catch (ExecutionException e) {
                throw new CompletionException(e.getCause());
            }
        }
    }

    /** Waits for a person. */
    private interface Question {
        Optional<DeviceLabel> ask();
    }
}
