package org.keyhopper.rehearsal.station;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.rehearsal.authenticator.card.Card;

/** A card reader in memory. Cards may be inserted and removed on any thread. */
public final class RehearsalReader implements TransportProvider {

    private final String id;
    private final String name;
    private final DeviceKind kind;
    private final Supplier<Pace> pace;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("rehearsal reader").factory());

    /** Guards the listener and the inserted card. */
    private final Object lock = new Object();

    private TransportListener listener = state -> {};
    private Inserted inserted;
    private long arrivals;

    /** Creates a reader whose cards answer at once. */
    RehearsalReader(String id, String name, DeviceKind kind) {
        this(id, name, kind, () -> Pace.FAST);
    }

    /**
     * @param id distinguishes readers
     * @param name the name for the operator
     * @param kind the kind of devices
     * @param pace how long the cards take, asked before each command
     */
    RehearsalReader(String id, String name, DeviceKind kind, Supplier<Pace> pace) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.pace = pace;
    }

    @Override
    public String id() {
        return id;
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

    /** Returns the name for the operator. */
    public String name() {
        return name;
    }

    /** Inserts a card in place of the one that is inserted. */
    public void insert(Card card) {
        synchronized (lock) {
            card.powerUp();
            inserted = new Inserted(card, new LinkId(id, name, ++arrivals));
        }
        report();
    }

    /** Removes the card, if there is one. */
    public void takeOut() {
        synchronized (lock) {
            inserted = null;
        }
        report();
    }

    /** Returns the card that is inserted. */
    public Optional<Card> card() {
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
            now.changed(TransportState.of(List.of(name), links));
        });
    }

    private record Inserted(Card card, LinkId id) {}

    private final class Link implements DeviceLink {

        private final Inserted link;

        Link(Inserted link) {
            this.link = link;
        }

        @Override
        public LinkDescription description() {
            return new LinkDescription(
                    link.id(), kind, name, Optional.of(link.card().serial()), "");
        }

        @Override
        public FidoChannel open(Deadline deadline) {
            return new RehearsalChannel(link.card(), () -> holds(link), pace);
        }
    }
}
