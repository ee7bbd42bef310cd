package org.keyhopper.rehearsal.station;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.rehearsal.authenticator.card.Card;

/** Cards with a defective chip. Thread-safe. */
final class DeadCards {

    private final Set<Card> cards = ConcurrentHashMap.newKeySet();

    void add(Card card) {
        cards.add(card);
    }

    boolean contains(Card card) {
        return cards.contains(card);
    }
}
