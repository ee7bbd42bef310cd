package org.keyhopper.core.internal.device;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.fido.DeviceException;

/** Waits for tasks on the workers of devices. */
public final class DeviceCalls {

    private DeviceCalls() {}

    /**
     * Waits until the task is done. An interrupt ends the wait, and a task that has not begun by then is never begun.
     *
     * @throws DeviceException as the task; CANCELLED when the thread was interrupted, which then still is
     * @throws CompletionException when the task failed otherwise
     */
    public static <T> T await(CompletableFuture<T> task) throws DeviceException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            task.cancel(false);
            throw DeviceException.lost(Problem.of(DeviceProblem.CANCELLED), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DeviceException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        }
    }
}
