package org.keyhopper.ui.model.automatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.automatic.CardPath.Box;
import org.keyhopper.ui.model.automatic.CardPath.Spot;
import org.keyhopper.ui.model.automatic.CardPath.Token;

/** Maps the state of a printer to its card path diagram. */
final class CardPathLabels {

    private final WorkbenchContext desk;

    CardPathLabels(WorkbenchContext desk) {
        this.desk = desk;
    }

    CardPath of(PrinterSnapshot lane, AutomaticSnapshot run) {
        List<Token> tokens = tokens(lane);
        Box hopper = hopper(lane, run);
        Box encoder = box("encoder", at(tokens, Spot.ENCODER) ? name(lane.current()) : "", encoderTint(lane, tokens));
        Box proof = box("proof", name(lane.proving()), lane.proving().isPresent() ? Tint.GOOD : Tint.NEUTRAL);
        PrinterSnapshot.Piles piles = lane.piles();
        Box output = box(
                "output",
                piles.mixed() == 0
                        ? desk.text("path.cards", piles.output())
                        : desk.text("path.mixed", piles.output(), piles.mixed()),
                piles.mixed() == 0 ? Tint.NEUTRAL : Tint.ATTENTION);
        Box reject = box(
                "reject",
                desk.text("path.rejected", piles.rejected()),
                piles.rejected() > 0 || at(tokens, Spot.REJECT) ? Tint.BAD : Tint.NEUTRAL);
        return new CardPath(
                hopper, encoder, proof, output, reject, tokens, description(hopper, encoder, proof, output, reject));
    }

    private Box box(String key, String text, Tint tint) {
        return new Box(desk.text("path." + key), text, tint);
    }

    private Box hopper(PrinterSnapshot lane, AutomaticSnapshot run) {
        if (isHopperEmpty(lane.notice())) {
            return box("hopper", desk.text("path.empty"), Tint.ATTENTION);
        }
        String next = run.next().stream()
                .findFirst()
                .map(state -> desk.text("path.next", state.recipient().name()))
                .orElse("");
        return box("hopper", next, Tint.NEUTRAL);
    }

    static boolean isHopperEmpty(Optional<Problem> notice) {
        return notice.filter(problem -> problem.is(PrinterProblem.HOPPER_EMPTY)).isPresent();
    }

    private static Tint encoderTint(PrinterSnapshot lane, List<Token> tokens) {
        if (!at(tokens, Spot.ENCODER)) {
            return Tint.NEUTRAL;
        }
        return lane.phase() == PrinterPhase.NEEDS_OPERATOR ? Tint.BAD : Tint.ACTIVE;
    }

    private static boolean at(List<Token> tokens, Spot spot) {
        return tokens.stream().anyMatch(token -> token.spot() == spot);
    }

    private static List<Token> tokens(PrinterSnapshot lane) {
        List<Token> tokens = new ArrayList<>();
        Optional<RecipientState> current = lane.current();
        current.flatMap(state -> spot(lane).map(spot -> new Token(id(state), spot)))
                .ifPresent(tokens::add);
        lane.proving()
                .filter(state -> tokens.stream().noneMatch(token -> token.id().equals(id(state))))
                .ifPresent(state -> tokens.add(new Token(id(state), Spot.PROOF)));
        return tokens;
    }

    private static String id(RecipientState state) {
        return Integer.toString(state.id().position());
    }

    private static Optional<Spot> spot(PrinterSnapshot lane) {
        return switch (lane.phase()) {
            case CHECKING, WAITING -> Optional.of(Spot.HOPPER);
            case FEEDING -> Optional.of(lane.card() == CardLocation.HOPPER ? Spot.HOPPER : Spot.FEEDING);
            case IDENTIFYING, WORKING -> Optional.of(Spot.ENCODER);
            case EJECTING -> Optional.of(isProving(lane) ? Spot.PROOF : Spot.OUTPUT);
            case REJECTING -> Optional.of(Spot.REJECT);
            case CARD_LOST -> Optional.of(Spot.LOST);
            case NEEDS_OPERATOR -> Optional.of(spot(lane.card()));
            case DONE, OUT -> Optional.empty();
        };
    }

    private static boolean isProving(PrinterSnapshot lane) {
        return lane.proving().map(RecipientState::id).equals(lane.current().map(RecipientState::id));
    }

    private static Spot spot(CardLocation card) {
        return switch (card) {
            case HOPPER -> Spot.HOPPER;
            case MOVING, INSIDE -> Spot.FEEDING;
            case CONTACT, CONTACTLESS -> Spot.ENCODER;
            case OUTPUT_TRAY, OUTSIDE -> Spot.OUTPUT;
            case REJECT_TRAY -> Spot.REJECT;
            case UNKNOWN -> Spot.LOST;
        };
    }

    private static String name(Optional<RecipientState> state) {
        return state.map(one -> one.recipient().name()).orElse("");
    }

    private static String description(Box... boxes) {
        return String.join(
                "; ",
                Stream.of(boxes)
                        .map(box -> box.text().isEmpty() ? box.title() : box.title() + ": " + box.text())
                        .toList());
    }
}
