package org.keyhopper.rehearsal.authenticator.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.card.CardFile;
import org.keyhopper.rehearsal.authenticator.card.CommandLog;
import org.keyhopper.rehearsal.authenticator.model.Personalities;
import org.keyhopper.rehearsal.authenticator.model.Personality;

/**
 * A stack of cards and keys for one or more vpcd slots and USB ports. They are numbered from {@code KH-000001} and
 * stored in a directory, which is written after every command that may have changed them. Thread-safe.
 */
public final class CardStack implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CardStack.class.getName());
    private static final int GET_INFO = 0x04;
    private static final String SUFFIX = ".card";

    private final Path directory;
    private final List<Slot> slots;
    private final List<Card> cards = new ArrayList<>();
    private int nextToInsert;

    /**
     * Opens the cards in a directory.
     *
     * @param directory where cards are stored; created if it does not exist
     * @param slots addresses of the vpcd slots
     * @throws IOException if the directory or a card in it cannot be read
     */
    public CardStack(Path directory, List<InetSocketAddress> slots) throws IOException {
        this(directory, slots, List.of());
    }

    /**
     * Opens the cards in a directory, for use as cards or as keys.
     *
     * @param directory where they are stored; created if it does not exist
     * @param slots addresses of the vpcd slots, which come first
     * @param ports addresses of the simulated USB ports
     * @throws IOException if the directory or a card in it cannot be read
     */
    public CardStack(Path directory, List<InetSocketAddress> slots, List<InetSocketAddress> ports) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.slots = Stream.concat(
                        slots.stream().map(Slot::reader), ports.stream().map(Slot::port))
                .toList();
        for (Path file : files()) {
            take(CardFile.load(file));
        }
    }

    /** Appends new cards to the stack. */
    public synchronized List<Card> deal(String traits, int count) throws IOException {
        Personality personality = Personalities.parse(traits);
        List<Card> dealt = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Card card = Card.fresh("KH-%06d".formatted(cards.size() + 1), personality);
            CardFile.save(card, file(card));
            take(card);
            dealt.add(card);
        }
        return dealt;
    }

    /** Returns all cards in the order of their numbers. */
    public synchronized List<Card> cards() {
        return List.copyOf(cards);
    }

    /** Returns the card with this serial number or this position in the stack, counted from 1. */
    public synchronized Optional<Card> find(String serialOrPlace) {
        return cards.stream()
                .filter(card -> card.serial().equals(serialOrPlace)
                        || String.valueOf(cards.indexOf(card) + 1).equals(serialOrPlace))
                .findFirst();
    }

    /** Inserts a card into a slot, after removing the previous one. */
    public synchronized void insert(Card card, int slot) throws IOException {
        slots.get(slot).insert(card);
        nextToInsert = cards.indexOf(card) + 1;
    }

    /** Inserts the card after the last inserted one; empty if there is none. */
    public synchronized Optional<Card> insertNext(int slot) throws IOException {
        if (nextToInsert >= cards.size()) {
            return Optional.empty();
        }
        Card card = cards.get(nextToInsert);
        insert(card, slot);
        return Optional.of(card);
    }

    /** Removes the card from a slot; empty if there was none. */
    public synchronized Optional<Card> remove(int slot) throws IOException {
        return slots.get(slot).remove();
    }

    /** Writes all cards. */
    public synchronized void save() throws IOException {
        for (Card card : cards) {
            CardFile.save(card, file(card));
        }
    }

    /** Removes and writes all cards. */
    @Override
    public synchronized void close() throws IOException {
        for (Slot slot : slots) {
            slot.remove();
        }
        save();
    }

    synchronized List<Slot> slots() {
        return slots;
    }

    synchronized boolean hasEnrolled(int slot) {
        return slots.get(slot).hasEnrolled();
    }

    private void take(Card card) {
        cards.add(card);
        card.onResponse(entry -> saveAfter(entry, card));
    }

    private void saveAfter(CommandLog.Entry entry, Card card) {
        if (entry.command() == GET_INFO) {
            return;
        }
        try {
            CardFile.save(card, file(card));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "card " + card.serial() + " could not be saved", e);
        }
    }

    private Path file(Card card) {
        return directory.resolve(card.serial() + SUFFIX);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }
}
