package org.keyhopper.transport.helper.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.api.transport.TransportState;

/** A transport of the helper with one port and one key. Records what is done with the key. */
public final class FakeTransport implements TransportProvider {

    /** The key waits for a touch until it is cancelled. */
    public static final byte WAIT_FOR_TOUCH = 0x0B;

    private static final byte[] CANCELLED = {0x2D};

    public final List<String> done = new CopyOnWriteArrayList<>();
    private final List<TransportListener> listeners = new CopyOnWriteArrayList<>();
    private final List<DeviceLink> links = new ArrayList<>();
    private long arrivals;

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public synchronized Watch watch(TransportListener listener) {
        listeners.add(listener);
        listener.changed(TransportState.of(List.of(), links));
        return () -> listeners.remove(listener);
    }

    public synchronized void insert() {
        links.add(new Link(++arrivals));
        report();
    }

    public synchronized void remove() {
        links.clear();
        report();
    }

    /** Waits until this was recorded. */
    public void await(String deed) throws InterruptedException {
        Deadline end = Deadline.inSeconds(20);
        while (!done.contains(deed)) {
            if (end.hasPassed()) {
                throw new AssertionError("timed out waiting for " + deed + ": " + done);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private synchronized boolean isHere(Link link) {
        return links.contains(link);
    }

    private void report() {
        listeners.forEach(listener -> listener.changed(TransportState.of(List.of(), links)));
    }

    private final class Link implements DeviceLink {

        private final LinkDescription description;

        Link(long arrival) {
            LinkId stay = new LinkId("fake", "port 1", arrival);
            description = new LinkDescription(stay, DeviceKind.USB_KEY, "Fake key", Optional.of("17"), "1209:4b48");
        }

        @Override
        public LinkDescription description() {
            return description;
        }

        @Override
        public FidoChannel open(Deadline deadline) throws ChannelException {
            requireHere();
            done.add("open");
            return new Channel(this);
        }

        void requireHere() throws ChannelException {
            if (!isHere(this)) {
                throw new ChannelException(Problem.of(DeviceProblem.GONE, "17").withDetail("pulled"));
            }
        }
    }

    private final class Channel implements FidoChannel {

        private final Link link;

        Channel(Link link) {
            this.link = link;
        }

        @Override
        public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
            link.requireHere();
            done.add("exchange " + message[0]);
            if (message[0] == WAIT_FOR_TOUCH) {
                control.keepAlive().accept(KeepAlive.TOUCH_NEEDED);
                awaitCancel(control);
            }
            return control.cancel().isCancelled() ? CANCELLED : new byte[] {0, message[0]};
        }

        private static void awaitCancel(ExchangeControl control) {
            try {
                while (!control.cancel().isCancelled() && !control.deadline().hasPassed()) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            } catch (InterruptedException nobodyShould) {
                throw new AssertionError(nobodyShould);
            }
        }

        @Override
        public Hold beginExclusive(Deadline deadline) throws ChannelException {
            link.requireHere();
            done.add("hold");
            return () -> done.add("release");
        }

        @Override
        public boolean powerCycle(Deadline deadline) throws ChannelException {
            link.requireHere();
            done.add("power");
            return true;
        }

        @Override
        public boolean wink() throws ChannelException {
            link.requireHere();
            done.add("wink");
            return true;
        }

        @Override
        public void close() {
            done.add("close");
        }
    }
}
