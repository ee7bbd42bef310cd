package org.keyhopper.central.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.api.transport.TransportState;

/** A reader in memory, into which a fresh card is put each time. */
final class TestReader implements TransportProvider {

    private static final String NAME = "Test reader";

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("test reader").factory());
    private volatile TransportListener listener = state -> {};
    private volatile Optional<DeviceLink> inserted = Optional.empty();
    private long arrivals;

    @Override
    public String id() {
        return "test";
    }

    @Override
    public Watch watch(TransportListener follower) {
        listener = follower;
        report();
        return () -> listener = state -> {};
    }

    synchronized void insert() {
        if (inserted.isEmpty()) {
            arrivals++;
            inserted = Optional.of(new Link(new LinkId(id(), NAME, arrivals), SoftwareKey.blank()));
            report();
        }
    }

    synchronized void remove() {
        inserted = Optional.empty();
        report();
    }

    private void report() {
        thread.execute(() -> listener.changed(
                TransportState.of(List.of(NAME), inserted.map(List::of).orElse(List.of()))));
    }

    private record Link(LinkId id, FidoChannel channel) implements DeviceLink {

        @Override
        public LinkDescription description() {
            return new LinkDescription(
                    id, DeviceKind.CONTACT_CARD, "Test card", Optional.of("4711-" + id.arrival()), "");
        }

        @Override
        public FidoChannel open(Deadline deadline) {
            return channel;
        }
    }
}
