package org.keyhopper.rehearsal.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hands at a rehearsed desk: a stack of new cards, a few used ones, one reader. Any thread. */
public final class Hands {

    private static final String USED = "pin=246813";

    private final RehearsalReader reader;
    private final List<RehearsalCard> takenOut = new ArrayList<>();
    private int dealt;
    private boolean sawStranger;

    Hands(RehearsalReader reader) {
        this.reader = reader;
    }

    /** Takes a new card from the stack and puts it into the reader. */
    public synchronized void insertNewCard() {
        insert(RehearsalCard.of(nextSerial(), "plain"));
    }

    /** Puts in a card that is somebody's: first a stranger's, later one that was provisioned here before. */
    public synchronized void insertUsedCard() {
        Optional<RehearsalCard> ours = takenOut.stream()
                .filter(card -> card.authenticator().state().pin().isSet())
                .findFirst();
        boolean strange = ours.isEmpty() || !sawStranger;
        sawStranger = true;
        insert(strange ? RehearsalCard.of(nextSerial(), USED) : ours.get());
    }

    /** Puts in a card with these traits, such as {@code fido-2.0+short-apdu}; see the authenticator's personalities. */
    public synchronized void insertCardWith(String traits) {
        insert(RehearsalCard.of(nextSerial(), traits));
    }

    /** Takes out what is in the reader, if anything. */
    public synchronized void takeOut() {
        reader.card().ifPresent(takenOut::add);
        reader.takeOut();
    }

    /** Returns the number of the card in the reader. */
    public Optional<String> inserted() {
        return reader.card().map(RehearsalCard::serial);
    }

    private void insert(RehearsalCard card) {
        takeOut();
        takenOut.remove(card);
        reader.insert(card);
    }

    private String nextSerial() {
        return "KH-%06d".formatted(++dealt);
    }
}
