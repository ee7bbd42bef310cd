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
import org.keyhopper.transport.hid.internal.ctaphid.Pause;

/** A key at a USB port. */
final class HidLink implements DeviceLink {

    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

    private final LinkDescription description;
    private final Insertion insertion;
    private final HidThread thread;
    private final HidSystem system;

    HidLink(LinkDescription description, Insertion insertion, HidThread thread, HidSystem system) {
        this.description = description;
        this.insertion = insertion;
        this.thread = thread;
        this.system = system;
    }

    @Override
    public LinkDescription description() {
        return description;
    }

    /** Also opens a key that supports only U2F, so that it can blink; its channel rejects messages with U2F_ONLY. */
    @Override
    public FidoChannel open(Deadline deadline) throws ChannelException {
        OpenKey key = new OpenKey(insertion, thread, openHandle(deadline));
        try {
            return new HidChannel(key, CtapHid.open(key, deadline));
        } catch (ChannelException | RuntimeException failure) {
            key.close();
            throw failure;
        }
    }

    private HidHandle openHandle(Deadline deadline) throws ChannelException {
        while (true) {
            insertion.requireGoingOn();
            try {
                String path = insertion.key().path();
                return thread.call(path, () -> system.open(path), HidHandle::close);
            } catch (ChannelException refusal) {
                if (!isTransient(refusal.problem()) || deadline.hasPassed()) {
                    throw refusal;
                }
            }
            Pause.sleep(RETRY_PAUSE);
        }
    }

    /** Shortly after insertion, the device node may lack permissions, or the key may not respond correctly yet. */
    private boolean isTransient(Problem refusal) {
        boolean early = refusal.is(DeviceProblem.ACCESS_DENIED) || refusal.is(DeviceProblem.READER_ERROR);
        return refusal.is(DeviceProblem.BUSY)
                || (early && !insertion.settledBy().hasPassed());
    }

    @Override
    public String toString() {
        return description.toString();
    }
}
