package org.keyhopper.core.internal.device;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.KeepAlive;

/**
 * Controls one message for which a device may wait for user presence, and has the operator touch the device while it
 * waits. An interruption ends only that wait; what needs no operator is completed. Closed when the message has been
 * answered.
 */
public final class UserPresenceControl implements AutoCloseable {

    /** How long most devices wait for a touch before they give up. */
    private static final Duration TOUCH = Duration.ofSeconds(30);

    /** Longer than any device waits, so that the device and not this limit decides how the message ends. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Interruption stop;
    private final Consumer<Instruction> instruct;
    private final Function<Duration, Instruction> request;
    private final CancelSignal wait = new CancelSignal();

    /** Guarded by this, as are the fields that follow. */
    private Thread timer;

    private boolean requested;
    private boolean closed;

    private UserPresenceControl(
            Interruption stop, Consumer<Instruction> instruct, Function<Duration, Instruction> request) {
        this.stop = stop;
        this.instruct = instruct;
        this.request = request;
    }

    /** Controls a message for which the device takes one touch. */
    public static UserPresenceControl forTouch(Interruption stop, Consumer<Instruction> instruct) {
        return new UserPresenceControl(stop, instruct, Instruction.Touch::new);
    }

    /**
     * Controls a message for which the device has to be touched for some seconds (longTouchForReset, CTAP 2.3 section
     * 6.4).
     */
    public static UserPresenceControl forLongTouch(Interruption stop, Consumer<Instruction> instruct) {
        return new UserPresenceControl(stop, instruct, Instruction.LongTouch::new);
    }

    /**
     * Requests the touch also where the device reports nothing for this long. Many devices in readers do not report
     * that they wait: NFCCTAP_GETRESPONSE (CTAP 2.2 section 11.3.5.2) is optional.
     */
    public synchronized UserPresenceControl orAfterSilence(Duration silence) {
        timer = Thread.ofVirtual().name("silence of a device").start(() -> requestAfter(silence));
        return this;
    }

    /** Returns what to send the message under. */
    public ExchangeControl exchange() {
        return new ExchangeControl(Deadline.in(LIMIT), wait, this::keptAlive);
    }

    /** Returns whether the operator was asked to touch the device. */
    public synchronized boolean hasRequested() {
        return requested;
    }

    private void keptAlive(KeepAlive state) {
        if (state == KeepAlive.TOUCH_NEEDED) {
            request();
            stop.ends(wait);
        }
    }

    private void requestAfter(Duration silence) {
        try {
            Thread.sleep(silence);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (this) {
            if (!closed && !requested) {
                request();
                stop.ends(wait);
            }
        }
    }

    private synchronized void request() {
        if (!closed) {
            requested = true;
            instruct.accept(request.apply(TOUCH));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (timer != null) {
            timer.interrupt();
        }
    }
}
