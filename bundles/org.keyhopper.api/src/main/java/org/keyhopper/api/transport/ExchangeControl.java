package org.keyhopper.api.transport;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * Deadline, cancellation and progress of one exchange.
 *
 * @param deadline when the exchange times out
 * @param cancel polled between packets; once cancelled, the device is sent a cancel and answers KEEPALIVE_CANCEL
 * @param keepAlive called on the worker thread for each change of the device's status
 */
public record ExchangeControl(Deadline deadline, CancelSignal cancel, Consumer<KeepAlive> keepAlive) {

    public ExchangeControl {
        Objects.requireNonNull(deadline);
        Objects.requireNonNull(cancel);
        Objects.requireNonNull(keepAlive);
    }

    /** Returns the control of an exchange that is neither observed nor cancelled. */
    public static ExchangeControl within(Deadline deadline) {
        return new ExchangeControl(deadline, new CancelSignal(), state -> {});
    }
}
