package org.keyhopper.rehearsal.authenticator.hid;

import java.util.concurrent.ScheduledFuture;
import org.keyhopper.rehearsal.authenticator.model.KeepAlive;

/** A CTAP2 message being executed on one channel. */
final class RunningMessage {

    private final int channel;
    private volatile boolean cancelled;
    private volatile boolean abandoned;
    private volatile int status = KeepAlive.PROCESSING;
    private volatile ScheduledFuture<?> keepAlive;

    RunningMessage(int channel) {
        this.channel = channel;
    }

    int channel() {
        return channel;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Returns whether the client has abandoned the message. */
    boolean isAbandoned() {
        return abandoned;
    }

    void cancel() {
        cancelled = true;
    }

    void abandon() {
        abandoned = true;
        cancelled = true;
    }

    int status() {
        return status;
    }

    void status(int now) {
        status = now;
    }

    void keptAliveBy(ScheduledFuture<?> timer) {
        keepAlive = timer;
    }

    void ended() {
        keepAlive.cancel(false);
    }
}
