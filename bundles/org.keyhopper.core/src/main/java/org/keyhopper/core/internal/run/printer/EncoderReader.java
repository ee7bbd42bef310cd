package org.keyhopper.core.internal.run.printer;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.printer.ReaderBindings;

/**
 * The reader behind a printer's encoder: named, learned before, or learned with the first card. Whether a card is at the
 * encoder is taken for granted when printer and reader agree. Confined to the printer's thread.
 */
final class EncoderReader {

    /** Readers report a card within a second; worn contacts and slow ones get more. */
    private static final Duration ARRIVING = Duration.ofSeconds(8);

    private static final Duration LEAVING = Duration.ofSeconds(5);

    /** With ways as long as this the next card need not wait until the reader has noticed that the last one left. */
    private static final Duration NOTICING = Duration.ofSeconds(2);

    private final ReaderMonitor monitor;
    private final ReaderBindings bindings;
    private final String printer;
    private final Encoder encoder;
    private final Clock clock;
    private String slot;

    /** How long it took to bring the last card here; a reader notices within this time that the one before has gone. */
    private Duration way = Duration.ZERO;

    /** The card that was here last. */
    private LinkId last;

    /** A card that has left, as the printer said, though the reader may still show it. */
    private LinkId gone;

    /** Cards that were there before the feed, while the reader is not known. */
    private Set<LinkId> before = Set.of();

    EncoderReader(ReaderMonitor monitor, ReaderBindings bindings, String printer, Encoder encoder, Clock clock) {
        this.monitor = monitor;
        this.bindings = bindings;
        this.printer = printer;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Chooses the reader, as far as that is possible before a card was fed; returns why it cannot be used. */
    Optional<Problem> choose(String named) {
        List<String> slots = monitor.slots();
        if (!named.isEmpty()) {
            List<String> fitting =
                    slots.stream().filter(name -> name.contains(named)).toList();
            if (fitting.size() != 1) {
                return Optional.of(Problem.of(PrinterProblem.READER_NOT_KNOWN, encoder.name())
                        .withDetail("\"" + named + "\" is part of the names of " + fitting + " among " + slots));
            }
            slot = fitting.getFirst();
            return Optional.empty();
        }
        slot = bindings.find(printer, encoder).map(ReaderBinding::reader).orElse(null);
        return slot == null || slots.contains(slot)
                ? Optional.empty()
                : Optional.of(Problem.of(PrinterProblem.READER_NOT_KNOWN, encoder.name())
                        .withDetail("the learned reader \"" + slot + "\" is not among " + slots));
    }

    Optional<String> name() {
        return Optional.ofNullable(slot);
    }

    boolean isKnown() {
        return slot != null;
    }

    Optional<LinkDescription> card() {
        return slot == null
                ? newcomers().stream().findFirst()
                : monitor.cardAt(slot).filter(card -> !card.id().equals(gone));
    }

    /** The printer put the card that was here last into a tray. */
    void left() {
        gone = last;
    }

    /** A card was brought here, and it took so long. */
    void arrived(Duration took) {
        way = took;
    }

    /**
     * Waits for the last card to be gone, and has a person see to it when it is not. Where the next card takes long enough
     * to come, a card that has left is not waited for: what counts as the next one is another than that.
     */
    void awaitEmpty(OperatorIntervention operator) throws PrinterUnavailableException, InterruptedException {
        if (slot == null) {
            rememberCards();
            return;
        }
        if (way.compareTo(NOTICING) >= 0 && card().isEmpty()) {
            return;
        }
        gone = null;
        while (!monitor.await(cards -> at(cards).isEmpty(), Deadline.in(LEAVING))) {
            Problem why = Problem.of(PrinterProblem.ENCODER_NOT_EMPTY, slot);
            operator.await(
                    PrinterPhase.NEEDS_OPERATOR,
                    why,
                    EnumSet.of(PrinterChoice.CONTINUE, PrinterChoice.GIVE_UP),
                    looks -> card().isEmpty());
        }
    }

    /** What is there before a card is fed is not that card. */
    void rememberCards() {
        before = monitor.cards().stream().map(LinkDescription::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Waits until a person has taken the card away, or the run is stopped. */
    void awaitTaken(RunControl control) throws InterruptedException {
        boolean taken = false;
        while (!taken && !control.isStopping()) {
            taken = monitor.await(cards -> card().isEmpty(), Deadline.in(Duration.ofMillis(500)));
        }
    }

    /** Waits for the card that the printer says is there. */
    LinkDescription awaitCard(boolean byHand, RunControl control)
            throws CardRejectedException, PrinterUnavailableException, InterruptedException {
        Deadline deadline = Deadline.in(ARRIVING);
        while (!monitor.await(cards -> card().isPresent(), Deadline.in(Duration.ofMillis(500)))) {
            if (byHand && control.isStopping()) {
                throw new PrinterUnavailableException(control.reason().orElseThrow());
            }
            if (!byHand && deadline.hasPassed()) {
                last = null;
                throw new CardRejectedException(Problem.of(PrinterProblem.CARD_NOT_SEEN, name().orElse("")));
            }
        }
        LinkDescription card =
                card().orElseThrow(() -> new CardRejectedException(Problem.of(PrinterProblem.CARD_NOT_SEEN, "")));
        if (slot == null) {
            learn(card);
        }
        last = card.id();
        gone = null;
        return card;
    }

    private void learn(LinkDescription card) throws PrinterUnavailableException {
        if (newcomers().size() > 1) {
            throw new PrinterUnavailableException(Problem.of(PrinterProblem.READER_NOT_KNOWN, encoder.name())
                    .withDetail("cards appeared at several readers at once"));
        }
        slot = card.id().slot();
        bindings.put(new ReaderBinding(printer, encoder, slot, clock.instant()));
    }

    private List<LinkDescription> newcomers() {
        return monitor.cards().stream()
                .filter(card -> !before.contains(card.id()))
                .toList();
    }

    private Optional<LinkDescription> at(List<LinkDescription> cards) {
        return cards.stream().filter(card -> card.id().slot().equals(slot)).findFirst();
    }
}
