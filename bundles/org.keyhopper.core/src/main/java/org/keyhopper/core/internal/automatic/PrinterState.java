package org.keyhopper.core.internal.automatic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot;
import org.keyhopper.core.automatic.PrinterSnapshot.Piles;
import org.keyhopper.core.automatic.ReadinessCheck;
import org.keyhopper.core.internal.run.CeremonyProgress;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;

/** What is shown of one printer. Any thread; every change is published. */
final class PrinterState {

    private final AutomaticRunState board;
    private final int number;
    private final AutomaticOrder.PrinterOrder order;
    private final List<ReadinessCheck> readiness = new ArrayList<>();
    private final CeremonyProgress progress = new CeremonyProgress();
    private String name;
    private String reader;
    private PrinterPhase phase = PrinterPhase.CHECKING;
    private CardLocation card = CardLocation.HOPPER;
    private RecipientId current;
    private RecipientId proving;
    private Problem notice;
    private Set<PrinterChoice> choices = Set.of();
    private Piles piles = Piles.EMPTY;

    PrinterState(AutomaticRunState board, int number, AutomaticOrder.PrinterOrder order) {
        this.board = board;
        this.number = number;
        this.order = order;
        this.name = order.printer().toString();
        for (ReadinessCheck.Subject subject : ReadinessCheck.Subject.values()) {
            readiness.add(ReadinessCheck.open(subject));
        }
    }

    int number() {
        return number;
    }

    void named(String printer) {
        board.change(() -> name = printer);
    }

    void boundTo(String slot) {
        board.change(() -> reader = slot);
    }

    void check(ReadinessCheck.Subject subject, ReadinessCheck.State state, Optional<Problem> problem) {
        board.change(() -> readiness.set(subject.ordinal(), new ReadinessCheck(subject, state, problem)));
    }

    void enter(PrinterPhase next) {
        board.change(() -> {
            phase = next;
            notice = null;
            choices = Set.of();
        });
    }

    /** Work ended for good. */
    void out(Problem why) {
        board.change(() -> {
            phase = PrinterPhase.OUT;
            notice = why;
            choices = Set.of();
        });
        board.tell(new RunEvent.PrinterStopped(number, why, true));
    }

    void takes(RecipientState recipient) {
        board.change(() -> {
            current = recipient.id();
            progress.clear();
        });
        board.tell(new RunEvent.Turn(recipient));
    }

    void free() {
        board.change(() -> {
            current = null;
            card = CardLocation.HOPPER;
            progress.clear();
        });
    }

    /** The card leaves while the directory's word is waited for. */
    void proving(RecipientState recipient) {
        board.change(() -> proving = recipient.id());
    }

    void proved(RecipientState recipient) {
        board.change(() -> proving = recipient.id().equals(proving) ? null : proving);
    }

    void moved(CardLocation to, Optional<RecipientState> recipient) {
        boolean[] news = new boolean[1];
        board.change(() -> {
            news[0] = card != to;
            card = to;
        });
        if (news[0]) {
            board.tell(new RunEvent.CardMoved(number, to, recipient));
        }
    }

    void put(Piles more) {
        board.change(() -> piles = new Piles(
                piles.output() + more.output(),
                piles.rejected() + more.rejected(),
                piles.mixed() + more.mixed(),
                piles.byHand() + more.byHand()));
    }

    /** Asks for a person; returns the phase to go back to. */
    PrinterPhase call(PrinterPhase asking, Problem why, Set<PrinterChoice> offered, boolean news) {
        PrinterPhase before = phase;
        board.change(() -> {
            phase = asking;
            notice = why;
            choices = offered;
        });
        if (news) {
            tell(why);
        }
        return before;
    }

    /** Shows what the printer is waited for; its phase stays. */
    void waits(Problem why) {
        board.change(() -> notice = why);
    }

    void tell(Problem why) {
        board.tell(new RunEvent.PrinterStopped(number, why, false));
    }

    void goesOn() {
        board.tell(new RunEvent.PrinterGoesOn(number));
    }

    void identified(Duration took) {
        board.change(() -> progress.identified(took));
    }

    void progress(Consumer<CeremonyProgress> step) {
        board.change(() -> step.accept(progress));
    }

    boolean offers(PrinterChoice choice) {
        return snapshot().choices().contains(choice);
    }

    PrinterSnapshot snapshot() {
        synchronized (board) {
            return new PrinterSnapshot(
                    order,
                    name,
                    Optional.ofNullable(reader),
                    readiness,
                    phase,
                    card,
                    Optional.ofNullable(current).map(board::stateOf),
                    Optional.ofNullable(proving).map(board::stateOf),
                    progress.steps(),
                    Optional.ofNullable(notice),
                    choices,
                    piles);
        }
    }
}
