package org.keyhopper.ui.internal.automatic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyhopper.ui.model.automatic.CardPath.Position;
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
    record Coordinates(double across, double down, boolean lost) {}

    private static final class Moving {
        private Coordinates at;
        private Position position;
        private boolean leaving;
        private final Deque<Coordinates> way = new ArrayDeque<>();

        Moving(Position position) {
            this.position = position;
            at = place(position);
        }
    }

    private final Map<String, Moving> cards = new LinkedHashMap<>();

    /** Updates the target positions; a card that is no longer listed moves off in its current direction. */
    void show(List<Token> tokens) {
        Set<String> gone = new HashSet<>(cards.keySet());
        for (Token token : tokens) {
            gone.remove(token.id());
            Moving card = cards.computeIfAbsent(token.id(), id -> new Moving(token.position()));
            if (card.position != token.position()) {
                send(card, token.position());
            }
            card.leaving = false;
        }
        gone.forEach(this::leave);
    }

    private void leave(String id) {
        Moving card = cards.get(id);
        boolean out =
                card.position == Position.PROOF || card.position == Position.OUTPUT || card.position == Position.REJECT;
        if (!out) {
            cards.remove(id);
        } else if (!card.leaving) {
            card.leaving = true;
            send(card, card.position == Position.REJECT ? Position.REJECT : Position.OUTPUT);
        }
    }

    private static void send(Moving card, Position position) {
        card.way.clear();
        if (position == Position.REJECT && card.at.down() == 0) {
            card.way.add(new Coordinates(Math.max(CROSSING, card.at.across()), 0, false));
            card.way.add(new Coordinates(Math.max(CROSSING, card.at.across()), 1, false));
        }
        card.way.add(place(position));
        card.position = position;
    }

    private static Coordinates place(Position position) {
        return switch (position) {
            case HOPPER -> new Coordinates(0, 0, false);
            case FEEDING -> new Coordinates(0.55, 0, false);
            case ENCODER -> new Coordinates(1, 0, false);
            case PROOF -> new Coordinates(2, 0, false);
            case OUTPUT -> new Coordinates(3, 0, false);
            case REJECT -> new Coordinates(3, 1, false);
            case LOST -> new Coordinates(CROSSING, 0, true);
        };
    }

    /** Advances the animation; returns whether any card is still moving. */
    boolean step(double seconds) {
        boolean moving = false;
        for (Iterator<Moving> each = cards.values().iterator(); each.hasNext(); ) {
            Moving card = each.next();
            boolean still = move(card, seconds * (card.position == Position.FEEDING ? FEEDING_SPEED : SPEED));
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
            Coordinates next = card.way.peek();
            double across = next.across() - card.at.across();
            double down = next.down() - card.at.down();
            double distance = Math.hypot(across, down);
            if (distance <= left) {
                card.at = card.way.poll();
                left -= distance;
            } else {
                card.at = new Coordinates(
                        card.at.across() + across * left / distance, card.at.down() + down * left / distance, false);
                left = 0;
            }
        }
        return !card.way.isEmpty();
    }

    boolean isMoving() {
        return cards.values().stream().anyMatch(card -> !card.way.isEmpty() || card.leaving);
    }

    List<Coordinates> coordinates() {
        return cards.values().stream().map(card -> card.at).toList();
    }
}
