package org.keyhopper.rehearsal.printer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

/** All cards of the machine with their places. Guarded by the machine. */
final class CardPlaces {

    private final Deque<Card> hopper = new ArrayDeque<>();
    private final Map<Card, CardPlace> places = new LinkedHashMap<>();
    private final int firstSerial;
    private Optional<Card> inside = Optional.empty();

    CardPlaces(int firstSerial) {
        this.firstSerial = firstSerial;
    }

    List<Card> load(String traits, int count) {
        List<Card> loaded = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Card card = Card.fresh("KH-%06d".formatted(firstSerial + places.size()), Personalities.parse(traits));
            hopper.addLast(card);
            places.put(card, CardPlace.HOPPER);
            loaded.add(card);
        }
        return loaded;
    }

    boolean isHopperEmpty() {
        return hopper.isEmpty();
    }

    void takeFromHopper() {
        Card card = hopper.removeFirst();
        inside = Optional.of(card);
        places.put(card, CardPlace.TRANSPORT);
    }

    Optional<Card> inside() {
        return inside;
    }

    void move(CardPlace place) {
        places.put(inside.orElseThrow(), place);
        if (place == CardPlace.OUTPUT || place == CardPlace.REJECT || place == CardPlace.TAKEN_OUT) {
            inside = Optional.empty();
        }
    }

    /** Returns the place of the card in the path. */
    Optional<CardPlace> placeInside() {
        return inside.map(places::get);
    }

    void empty(CardPlace tray) {
        places.replaceAll((card, place) -> place == tray ? CardPlace.TAKEN_OUT : place);
    }

    Map<Card, CardPlace> places() {
        return new LinkedHashMap<>(places);
    }

    long count(CardPlace place) {
        return places.values().stream().filter(place::equals).count();
    }
}
