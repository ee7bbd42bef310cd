package org.keyhopper.ui.model.automatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.keyhopper.ui.model.automatic.CardPath.Position;
import org.keyhopper.ui.model.automatic.CardPath.Token;

/** Maps the state of a printer to its card path diagram. */
final class CardPathLabels {

    private final WorkbenchContext context;

    CardPathLabels(WorkbenchContext context) {
        this.context = context;
    }

    /** @param cards left in the hopper, if they are counted */
    CardPath of(PrinterSnapshot printer, AutomaticSnapshot run, OptionalInt cards) {
        List<Token> tokens = tokens(printer);
        Box hopper = hopper(printer, run, cards);
        Box encoder = box(
                "encoder", at(tokens, Position.ENCODER) ? name(printer.current()) : "", encoderTint(printer, tokens));
        Box proof = box("proof", name(printer.proving()), printer.proving().isPresent() ? Tint.GOOD : Tint.NEUTRAL);
        PrinterSnapshot.TrayCounts piles = printer.trays();
        Box output = box(
                "output",
                piles.mixed() == 0
                        ? context.text("path.cards", piles.output())
                        : context.text("path.mixed", piles.output(), piles.mixed()),
                piles.mixed() == 0 ? Tint.NEUTRAL : Tint.ATTENTION);
        Box reject = box(
                "reject",
                context.text("path.rejected", piles.rejected()),
                piles.rejected() > 0 || at(tokens, Position.REJECT) ? Tint.BAD : Tint.NEUTRAL);
        return new CardPath(
                hopper, encoder, proof, output, reject, tokens, description(hopper, encoder, proof, output, reject));
    }

    private Box box(String key, String text, Tint tint) {
        return new Box(context.text("path." + key), text, tint);
    }

    private Box hopper(PrinterSnapshot printer, AutomaticSnapshot run, OptionalInt cards) {
        if (isHopperEmpty(printer.notice())) {
            return box("hopper", context.text("path.empty"), Tint.ATTENTION);
        }
        String next = run.next().stream()
                .findFirst()
                .map(state -> context.text("path.next", state.recipient().name()))
                .orElse("");
        String title =
                cards.isPresent() ? context.text("path.hopper.left", cards.getAsInt()) : context.text("path.hopper");
        return new Box(title, next, Tint.NEUTRAL);
    }

    static boolean isHopperEmpty(Optional<Problem> notice) {
        return notice.filter(problem -> problem.is(PrinterProblem.HOPPER_EMPTY)).isPresent();
    }

    private static Tint encoderTint(PrinterSnapshot printer, List<Token> tokens) {
        if (!at(tokens, Position.ENCODER)) {
            return Tint.NEUTRAL;
        }
        return printer.phase() == PrinterPhase.NEEDS_OPERATOR ? Tint.BAD : Tint.ACTIVE;
    }

    private static boolean at(List<Token> tokens, Position position) {
        return tokens.stream().anyMatch(token -> token.position() == position);
    }

    private static List<Token> tokens(PrinterSnapshot printer) {
        List<Token> tokens = new ArrayList<>();
        Optional<RecipientState> current = printer.current();
        current.flatMap(state -> position(printer).map(position -> new Token(id(state), position)))
                .ifPresent(tokens::add);
        printer.proving()
                .filter(state -> tokens.stream().noneMatch(token -> token.id().equals(id(state))))
                .ifPresent(state -> tokens.add(new Token(id(state), Position.PROOF)));
        return tokens;
    }

    private static String id(RecipientState state) {
        return Integer.toString(state.id().position());
    }

    private static Optional<Position> position(PrinterSnapshot printer) {
        return switch (printer.phase()) {
            case CHECKING, WAITING -> Optional.of(Position.HOPPER);
            case FEEDING -> Optional.of(printer.card() == CardLocation.HOPPER ? Position.HOPPER : Position.FEEDING);
            case IDENTIFYING, WORKING -> Optional.of(Position.ENCODER);
            case EJECTING -> Optional.of(isProving(printer) ? Position.PROOF : Position.OUTPUT);
            case REJECTING -> Optional.of(Position.REJECT);
            case CARD_LOST -> Optional.of(Position.LOST);
            case NEEDS_OPERATOR -> Optional.of(position(printer.card()));
            case DONE, OUT -> Optional.empty();
        };
    }

    private static boolean isProving(PrinterSnapshot printer) {
        return printer.proving()
                .map(RecipientState::id)
                .equals(printer.current().map(RecipientState::id));
    }

    private static Position position(CardLocation card) {
        return switch (card) {
            case HOPPER -> Position.HOPPER;
            case MOVING, INSIDE -> Position.FEEDING;
            case CONTACT, CONTACTLESS -> Position.ENCODER;
            case OUTPUT_TRAY, OUTSIDE -> Position.OUTPUT;
            case REJECT_TRAY -> Position.REJECT;
            case UNKNOWN -> Position.LOST;
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
