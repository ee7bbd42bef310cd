package org.keyhopper.rehearsal.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

/** The hands at a rehearsed desk: a stack of new cards, a few used ones, one reader. Any thread. */
public final class Hands {

    private static final String USED = "pin=246813";

    private final RehearsalReader reader;
    private final List<Card> takenOut = new ArrayList<>();
    private int dealt;
    private boolean sawStranger;

    Hands(RehearsalReader reader) {
        this.reader = reader;
    }

    /** Takes a new card from the stack and puts it into the reader. */
    public synchronized void insertNewCard() {
        insert(fresh("plain"));
    }

    /** Puts in a card that is somebody's: first a stranger's, later one that was provisioned here before. */
    public synchronized void insertUsedCard() {
        Optional<Card> ours =
                takenOut.stream().filter(card -> card.state().pin().isSet()).findFirst();
        boolean strange = ours.isEmpty() || !sawStranger;
        sawStranger = true;
        insert(strange ? fresh(USED) : ours.get());
    }

    /** Puts in a card with these traits, such as {@code fido-2.0+short-apdu}; see the authenticator's personalities. */
    public synchronized void insertCardWith(String traits) {
        insert(fresh(traits));
    }

    /** Takes out what is in the reader, if anything. */
    public synchronized void takeOut() {
        reader.card().ifPresent(takenOut::add);
        reader.takeOut();
    }

    /** Returns the number of the card in the reader. */
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
