package org.keyhopper.core.internal.device;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.CentralUnavailableException;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps exceptions to problems. */
public final class Failures {

    private static final Logger LOGGER = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /**
     * Returns the problem of a device or of the store, and STOPPED for a cancellation; any other exception is an
     * internal fault, and is logged.
     */
    public static Problem problemOf(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof DeviceException device) {
            return device.problem();
        }
        if (cause instanceof CancellationException) {
            return Problem.of(RunProblem.STOPPED);
        }
        if (cause instanceof ClaimLostException lost) {
            LOGGER.error("The claim was lost", lost);
            return Problem.of(RunProblem.CLAIM_LOST, lost.request().value());
        }
        if (cause instanceof CentralUnavailableException unavailable) {
            return unavailable.problem();
        }
        if (cause instanceof StoreException store) {
            LOGGER.error("The store failed", store);
            return Problem.of(RunProblem.STORE_FAILED).withDetail(store.getMessage());
        }
        return internalFault(cause);
    }

    /** Logs an internal fault and returns the problem to show. */
    public static Problem internalFault(Throwable cause) {
        LOGGER.error("Unexpected fault", cause);
        return Problem.of(RunProblem.INTERNAL_FAULT).withDetail(cause.toString());
    }
}
