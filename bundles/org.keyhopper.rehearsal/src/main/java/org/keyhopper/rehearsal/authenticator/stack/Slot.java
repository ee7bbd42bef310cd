package org.keyhopper.rehearsal.authenticator.stack;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.card.InsertedDevice;
import org.keyhopper.rehearsal.authenticator.card.VirtualCard;
import org.keyhopper.rehearsal.authenticator.hid.PortEnvironment;
import org.keyhopper.rehearsal.authenticator.hid.VirtualKey;

/** One vpcd slot or USB port, and the device in it. Not thread-safe. */
public final class Slot {
    /** pcscd polls every 0.4 seconds; after a faster change of cards it may consider the slot empty. */
    private static final Duration EMPTY_BETWEEN_DEVICES = Duration.ofMillis(600);

    private final InetSocketAddress address;
    private final Way way;
    private final PortEnvironment surroundings;
    private Optional<Instant> emptied = Optional.empty();
    private Optional<Occupation> occupation = Optional.empty();

    private Slot(InetSocketAddress address, Way way, PortEnvironment surroundings) {
        this.address = address;
        this.way = way;
        this.surroundings = surroundings;
    }

    /** Returns a card reader: a vpcd slot. */
    public static Slot reader(InetSocketAddress address) {
        return new Slot(address, VirtualCard::insert, new PortEnvironment());
    }

    /** Returns a USB port, simulated by the process at this address. */
    public static Slot port(InetSocketAddress address) {
        PortEnvironment around = new PortEnvironment();
        return new Slot(address, (card, port) -> VirtualKey.plug(card, around, port), around);
    }

    /** How a device is inserted. */
    @FunctionalInterface
    private interface Way {
        InsertedDevice in(Card card, InetSocketAddress address) throws IOException;
    }

    private record Occupation(Card card, InsertedDevice inserted, int commandsBefore) {}

    InetSocketAddress address() {
        return address;
    }

    /** Returns the surroundings of a key at this place; ignored for cards in readers. */
    PortEnvironment surroundings() {
        return surroundings;
    }

    /** Inserts a device, after removing the previous one and after the slot was empty for long enough. */
    public void insert(Card card) throws IOException {
        remove();
        beginEmpty();
        int before = card.log().entries().size();
        occupation = Optional.of(new Occupation(card, way.in(card, address), before));
    }

    /** Removes the card; empty if there was none. */
    public Optional<Card> remove() throws IOException {
        Optional<Card> removed = card();
        if (occupation.isPresent()) {
            occupation.get().inserted().close();
            occupation = Optional.empty();
            emptied = Optional.of(Instant.now());
        }
        return removed;
    }

    private void beginEmpty() throws IOException {
        Instant until = emptied.orElse(Instant.EPOCH).plus(EMPTY_BETWEEN_DEVICES);
        Duration rest = Duration.between(Instant.now(), until);
        if (rest.isPositive()) {
            try {
                Thread.sleep(rest);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while changing devices");
            }
        }
    }

    /** Returns the card that was inserted and not removed, even if a fault has removed it. */
    Optional<Card> card() {
        return occupation.map(Occupation::card);
    }

    /** Returns why the card is out although it was not removed. */
    Optional<InsertedDevice.Ending> ending() {
        return occupation.flatMap(each -> each.inserted().ending());
    }

    /** Returns whether the card made a credential since it was inserted. */
    boolean hasEnrolled() {
        return occupation
                .filter(each -> each.card().log().entries().stream()
                        .skip(each.commandsBefore())
                        .anyMatch(entry -> entry.command() == 1 && entry.status() == 0))
                .isPresent();
    }
}
