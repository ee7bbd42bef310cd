package org.keyhopper.core.fake;

import java.util.concurrent.TimeUnit;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.fido.DeviceException;

/** The finger of a person at a key. Any thread. */
public final class FakeFinger {

    private static final long LOOK_MILLIS = 5;

    /** Keys give up by themselves. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** Whether a wait is not told of, as in many readers. */
    public volatile boolean silent;

    private boolean touching;
    private int missed;
    private int calledOff;
    private boolean waiting;

    /** Touches the key, now or when it next waits. */
    public synchronized void touch() {
        touching = true;
        notifyAll();
    }

    /** The next waits end without a touch. */
    public synchronized void miss(int times) {
        missed = times;
    }

    public synchronized boolean isWaitedFor() {
        return waiting;
    }

    /** How often a wait was ended by the one who asked for it. */
    public synchronized int calledOff() {
        return calledOff;
    }

    /** Waits for the touch as a key does. */
    synchronized void await(ExchangeControl control) throws DeviceException {
        waiting = true;
        long end = System.nanoTime() + LONGEST_NANOS;
        if (!silent) {
            control.keepAlive().accept(KeepAlive.TOUCH_NEEDED);
        }
        try {
            while (!touching) {
                if (control.cancel().isCancelled()) {
                    calledOff++;
                    throw FakeKey.refused(DeviceProblem.CANCELLED);
                }
                if (missed > 0 || System.nanoTime() > end) {
                    missed = Math.max(0, missed - 1);
                    throw FakeKey.refused(DeviceProblem.NOT_TOUCHED);
                }
                wait(LOOK_MILLIS);
            }
            touching = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FakeKey.refused(DeviceProblem.CANCELLED);
        } finally {
            waiting = false;
        }
    }
}
