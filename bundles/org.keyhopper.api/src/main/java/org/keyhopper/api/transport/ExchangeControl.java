package org.keyhopper.api.transport;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * How one exchange may be followed and ended.
 *
 * @param deadline when to give up
 * @param cancel asked between packets; once set, the device is told to stop and answers KEEPALIVE_CANCEL
 * @param keepAlive told, on the worker, once for each change of what the device is doing
 */
public record ExchangeControl(Deadline deadline, CancelSignal cancel, Consumer<KeepAlive> keepAlive) {

    public ExchangeControl {
        Objects.requireNonNull(deadline);
        Objects.requireNonNull(cancel);
        Objects.requireNonNull(keepAlive);
    }

    /** An exchange that nobody watches or cancels. */
    public static ExchangeControl within(Deadline deadline) {
        return new ExchangeControl(deadline, new CancelSignal(), state -> {});
    }
}
