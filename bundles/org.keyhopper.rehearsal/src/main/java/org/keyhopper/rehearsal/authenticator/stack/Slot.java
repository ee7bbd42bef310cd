package org.keyhopper.rehearsal.authenticator.stack;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.card.Inserted;
import org.keyhopper.rehearsal.authenticator.card.VirtualCard;
import org.keyhopper.rehearsal.authenticator.hid.Surroundings;
import org.keyhopper.rehearsal.authenticator.hid.VirtualKey;

/** One vpcd slot or USB port, and the device in it. Not thread-safe. */
public final class Slot {
    /** pcscd looks every 0.4 seconds; a quicker change of cards can leave it believing that the slot is empty. */
    private static final Duration EMPTY_BETWEEN_DEVICES = Duration.ofMillis(600);

    private final InetSocketAddress address;
    private final Way way;
    private final Surroundings surroundings;
    private Optional<Instant> emptied = Optional.empty();
    private Optional<Occupation> occupation = Optional.empty();

    private Slot(InetSocketAddress address, Way way, Surroundings surroundings) {
        this.address = address;
        this.way = way;
        this.surroundings = surroundings;
    }

    /** A card reader: a vpcd slot. */
    public static Slot reader(InetSocketAddress address) {
        return new Slot(address, VirtualCard::insert, new Surroundings());
    }

    /** A USB port, simulated by whoever listens there. */
    public static Slot port(InetSocketAddress address) {
        Surroundings around = new Surroundings();
        return new Slot(address, (card, port) -> VirtualKey.plug(card, around, port), around);
    }

    /** How a device gets in. */
    @FunctionalInterface
    private interface Way {
        Inserted in(Card card, InetSocketAddress address) throws IOException;
    }

    private record Occupation(Card card, Inserted inserted, int commandsBefore) {}

    InetSocketAddress address() {
        return address;
    }

    /** What is around a key at this place; it means nothing to cards in readers. */
    Surroundings surroundings() {
        return surroundings;
    }

    /** Puts a device in, after taking out what is there, and after the slot was empty for long enough. */
    public void insert(Card card) throws IOException {
        remove();
        stayEmpty();
        int before = card.log().entries().size();
        occupation = Optional.of(new Occupation(card, way.in(card, address), before));
    }

    /** Takes the card out; empty if there was none. */
    public Optional<Card> remove() throws IOException {
        Optional<Card> removed = card();
        if (occupation.isPresent()) {
            occupation.get().inserted().close();
            occupation = Optional.empty();
            emptied = Optional.of(Instant.now());
        }
        return removed;
    }

    private void stayEmpty() throws IOException {
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

    /** The card that was put in and not taken out, even if a fault has pulled it. */
    Optional<Card> card() {
        return occupation.map(Occupation::card);
    }

    /** Why the card is out though nobody took it out. */
    Optional<Inserted.Ending> ending() {
        return occupation.flatMap(each -> each.inserted().ending());
    }

    /** Whether the card made a credential since it was put in. */
    boolean hasEnrolled() {
        return occupation
                .filter(each -> each.card().log().entries().stream()
                        .skip(each.commandsBefore())
                        .anyMatch(entry -> entry.command() == 1 && entry.status() == 0))
                .isPresent();
    }
}
