package org.keyhopper.rehearsal.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

/** Inserts and removes cards at the reader of a rehearsal: new cards from a stack, and some used ones. Thread-safe. */
public final class ReaderOperator {

    private static final String USED = "pin=246813";

    private final RehearsalReader reader;
    private final List<Card> takenOut = new ArrayList<>();
    private int dealt;
    private boolean sawStranger;

    ReaderOperator(RehearsalReader reader) {
        this.reader = reader;
    }

    /** Inserts a new card from the stack. */
    public synchronized void insertNewCard() {
        insert(fresh("plain"));
    }

    /** Inserts a card that is already provisioned: first a foreign one, later one that was provisioned here before. */
    public synchronized void insertUsedCard() {
        Optional<Card> ours =
                takenOut.stream().filter(card -> card.state().pin().isSet()).findFirst();
        boolean strange = ours.isEmpty() || !sawStranger;
        sawStranger = true;
        insert(strange ? fresh(USED) : ours.get());
    }

    /** Inserts a card with these traits, such as {@code fido-2.0+short-apdu}; see the authenticator's personalities. */
    public synchronized void insertCardWith(String traits) {
        insert(fresh(traits));
    }

    /** Removes the card in the reader, if any. */
    public synchronized void takeOut() {
        reader.card().ifPresent(takenOut::add);
        reader.takeOut();
    }

    /** Puts the card that was removed last back into the reader; has no effect while a card is there, or without one. */
    public synchronized void putBack() {
        if (reader.card().isEmpty() && !takenOut.isEmpty()) {
            reader.insert(takenOut.removeLast());
        }
    }

    /** Returns the serial number of the card in the reader. */
    public Optional<String> inserted() {
        return reader.card().map(Card::serial);
    }

    private void insert(Card card) {
        takeOut();
        takenOut.remove(card);
        reader.insert(card);
    }

    private Card fresh(String traits) {
        return Card.fresh("KH-%06d".formatted(++dealt), Personalities.parse(traits));
    }
}
