package org.keyhopper.ui.internal.automatic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyhopper.ui.model.automatic.CardPath.Spot;
import org.keyhopper.ui.model.automatic.CardPath.Token;

/**
 * Animates cards between their positions. Across: 0 is the hopper, 1 the encoder, 2 the read-back, 3 the output tray.
 * Down: 0 is the path to the output tray, 1 the path to the reject tray.
 */
final class PathAnimation {

    private static final double SPEED = 1.9;
    private static final double FEEDING_SPEED = 0.7;
    private static final double CROSSING = 1.5;

    /** Where a card is drawn. */
    record Place(double across, double down, boolean lost) {}

    private static final class Moving {
        private Place at;
        private Spot spot;
        private boolean leaving;
        private final Deque<Place> way = new ArrayDeque<>();

        Moving(Spot spot) {
            this.spot = spot;
            at = place(spot);
        }
    }

    private final Map<String, Moving> cards = new LinkedHashMap<>();

    /** Updates the target positions; a card that is no longer listed moves off in its current direction. */
    void show(List<Token> tokens) {
        Set<String> gone = new HashSet<>(cards.keySet());
        for (Token token : tokens) {
            gone.remove(token.id());
            Moving card = cards.computeIfAbsent(token.id(), id -> new Moving(token.spot()));
            if (card.spot != token.spot()) {
                send(card, token.spot());
            }
            card.leaving = false;
        }
        gone.forEach(this::leave);
    }

    private void leave(String id) {
        Moving card = cards.get(id);
        boolean out = card.spot == Spot.PROOF || card.spot == Spot.OUTPUT || card.spot == Spot.REJECT;
        if (!out) {
            cards.remove(id);
        } else if (!card.leaving) {
            card.leaving = true;
            send(card, card.spot == Spot.REJECT ? Spot.REJECT : Spot.OUTPUT);
        }
    }

    private static void send(Moving card, Spot spot) {
        card.way.clear();
        if (spot == Spot.REJECT && card.at.down() == 0) {
            card.way.add(new Place(Math.max(CROSSING, card.at.across()), 0, false));
            card.way.add(new Place(Math.max(CROSSING, card.at.across()), 1, false));
        }
        card.way.add(place(spot));
        card.spot = spot;
    }

    private static Place place(Spot spot) {
        return switch (spot) {
            case HOPPER -> new Place(0, 0, false);
            case FEEDING -> new Place(0.55, 0, false);
            case ENCODER -> new Place(1, 0, false);
            case PROOF -> new Place(2, 0, false);
            case OUTPUT -> new Place(3, 0, false);
            case REJECT -> new Place(3, 1, false);
            case LOST -> new Place(CROSSING, 0, true);
        };
    }

    /** Advances the animation; returns whether any card is still moving. */
    boolean step(double seconds) {
        boolean moving = false;
        for (Iterator<Moving> each = cards.values().iterator(); each.hasNext(); ) {
            Moving card = each.next();
            boolean still = move(card, seconds * (card.spot == Spot.FEEDING ? FEEDING_SPEED : SPEED));
            if (!still && card.leaving) {
                each.remove();
            }
            moving |= still;
        }
        return moving;
    }

    private static boolean move(Moving card, double reach) {
        double left = reach;
        while (!card.way.isEmpty() && left > 0) {
            Place next = card.way.peek();
            double across = next.across() - card.at.across();
            double down = next.down() - card.at.down();
            double distance = Math.hypot(across, down);
            if (distance <= left) {
                card.at = card.way.poll();
                left -= distance;
            } else {
                card.at = new Place(
                        card.at.across() + across * left / distance, card.at.down() + down * left / distance, false);
                left = 0;
            }
        }
        return !card.way.isEmpty();
    }

    boolean isMoving() {
        return cards.values().stream().anyMatch(card -> !card.way.isEmpty() || card.leaving);
    }

    List<Place> places() {
        return cards.values().stream().map(card -> card.at).toList();
    }
}
