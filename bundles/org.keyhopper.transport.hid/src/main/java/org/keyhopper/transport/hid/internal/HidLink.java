package org.keyhopper.transport.hid.internal;

import java.time.Duration;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.transport.hid.internal.ctaphid.CtapHid;

/** A key at a USB port. */
final class HidLink implements DeviceLink {

    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

    private final LinkDescription description;
    private final Insertion stay;
    private final HidThread thread;
    private final HidSystem system;

    HidLink(LinkDescription description, Insertion stay, HidThread thread, HidSystem system) {
        this.description = description;
        this.stay = stay;
        this.thread = thread;
        this.system = system;
    }

    @Override
    public LinkDescription description() {
        return description;
    }

    /** Opens also a key that speaks only U2F, so that it can blink; its channel refuses messages with U2F_ONLY. */
    @Override
    public FidoChannel open(Deadline deadline) throws ChannelException {
        OpenKey key = new OpenKey(stay, thread, openHandle(deadline));
        try {
            return new HidChannel(key, CtapHid.open(key, deadline));
        } catch (ChannelException | RuntimeException failure) {
            key.close();
            throw failure;
        }
    }

    private HidHandle openHandle(Deadline deadline) throws ChannelException {
        while (true) {
            stay.requireGoingOn();
            try {
                String path = stay.sighting().path();
                return thread.call(path, () -> system.open(path), HidHandle::close);
            } catch (ChannelException refusal) {
                if (!mayPass(refusal.problem()) || deadline.hasPassed()) {
                    throw refusal;
                }
            }
            pause();
        }
    }

    /** While the system is still busy with a key's arrival its node may have no rights yet, or not answer as a key does. */
    private boolean mayPass(Problem refusal) {
        boolean early = refusal.is(DeviceProblem.ACCESS_DENIED) || refusal.is(DeviceProblem.READER_ERROR);
        return refusal.is(DeviceProblem.BUSY) || (early && !stay.settled().hasPassed());
    }

    private static void pause() throws ChannelException {
        try {
            Thread.sleep(RETRY_PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ChannelException(Problem.of(DeviceProblem.CANCELLED).withDetail("interrupted"), stop);
        }
    }

    @Override
    public String toString() {
        return description.toString();
    }
}
