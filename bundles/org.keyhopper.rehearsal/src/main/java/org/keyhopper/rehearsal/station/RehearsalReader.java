package org.keyhopper.rehearsal.station;

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

/** A card reader that exists only in memory. Any thread may put cards in and take them out. */
final class RehearsalReader implements TransportProvider {

    static final String NAME = "Rehearsal reader";
    private static final String ID = "rehearsal";

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("rehearsal reader").factory());

    /** Guards the listener and what is inserted. */
    private final Object lock = new Object();

    private TransportListener listener = state -> {};
    private Inserted inserted;
    private long arrivals;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Watch watch(TransportListener follower) {
        synchronized (lock) {
            listener = follower;
        }
        report();
        return () -> {
            synchronized (lock) {
                listener = state -> {};
            }
        };
    }

    void insert(RehearsalCard card) {
        synchronized (lock) {
            card.authenticator().powerUp();
            inserted = new Inserted(card, new LinkId(ID, NAME, ++arrivals));
        }
        report();
    }

    void takeOut() {
        synchronized (lock) {
            inserted = null;
        }
        report();
    }

    Optional<RehearsalCard> card() {
        synchronized (lock) {
            return Optional.ofNullable(inserted).map(Inserted::card);
        }
    }

    private boolean holds(Inserted link) {
        synchronized (lock) {
            return link.equals(inserted);
        }
    }

    private void report() {
        thread.execute(() -> {
            TransportListener now;
            List<DeviceLink> links;
            synchronized (lock) {
                now = listener;
                links = inserted == null ? List.of() : List.of(new Link(inserted));
            }
            now.changed(TransportState.of(List.of(NAME), links));
        });
    }

    private record Inserted(RehearsalCard card, LinkId id) {}

    private final class Link implements DeviceLink {

        private final Inserted link;

        Link(Inserted link) {
            this.link = link;
        }

        @Override
        public LinkDescription description() {
            return new LinkDescription(
                    link.id(),
                    DeviceKind.CONTACT_CARD,
                    NAME,
                    Optional.of(link.card().serial()),
                    "");
        }

        @Override
        public FidoChannel open(Deadline deadline) {
            return new RehearsalChannel(link.card(), () -> holds(link));
        }
    }
}
