package org.keyhopper.core.internal.run.printer;

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
import org.keyhopper.core.automatic.PrinterSnapshot.TrayCounts;
import org.keyhopper.core.automatic.ReadinessCheck;
import org.keyhopper.core.internal.run.CeremonyProgress;
import org.keyhopper.core.internal.run.CeremonyProgressAdapter;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;

/** What a run publishes of one printer. Any thread; every change is published. */
final class PrinterState implements CeremonyProgressAdapter.Display {

    private final AutomaticRunState run;
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
    private Problem warning;
    private Problem notice;
    private Set<PrinterChoice> choices = Set.of();
    private int question;
    private TrayCounts piles = TrayCounts.EMPTY;

    PrinterState(AutomaticRunState run, int number, AutomaticOrder.PrinterOrder order) {
        this.run = run;
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

    AutomaticOrder.PrinterOrder order() {
        return order;
    }

    void named(String printer) {
        run.change(() -> name = printer);
    }

    void boundTo(String slot) {
        run.change(() -> reader = slot);
    }

    void check(ReadinessCheck.Subject subject, ReadinessCheck.State state, Optional<Problem> problem) {
        run.change(() -> readiness.set(subject.ordinal(), new ReadinessCheck(subject, state, problem)));
    }

    void enter(PrinterPhase next) {
        run.change(() -> show(next, null, Set.of()));
    }

    private void show(PrinterPhase next, Problem why, Set<PrinterChoice> offered) {
        phase = next;
        notice = why;
        choices = offered;
    }

    /** Ends the printer's part in the run. */
    void out(Problem why) {
        run.change(() -> show(PrinterPhase.OUT, why, Set.of()), new RunEvent.PrinterStopped(number, why, true));
    }

    void begin(RecipientState recipient) {
        run.change(
                () -> {
                    current = recipient.id();
                    warning = null;
                    progress.clear();
                },
                new RunEvent.Turn(recipient));
    }

    void end() {
        run.change(() -> {
            current = null;
            card = CardLocation.HOPPER;
            progress.clear();
        });
    }

    /** The card leaves while its passkey is still read back. */
    void proving(RecipientState recipient) {
        run.change(() -> proving = recipient.id());
    }

    void proved(RecipientState recipient) {
        run.change(() -> proving = recipient.id().equals(proving) ? null : proving);
    }

    void moved(CardLocation to, Optional<RecipientState> recipient) {
        if (snapshot().card() != to) {
            run.change(() -> card = to, new RunEvent.CardMoved(number, to, recipient));
        }
    }

    /** Counts a card that left the printer. Without a reject tray rejected cards lie in the output tray. */
    void count(boolean good, CardLocation where, boolean byHand) {
        boolean rejected = where == CardLocation.REJECT_TRAY || (!good && where != CardLocation.OUTPUT_TRAY);
        run.change(() -> piles = new TrayCounts(
                piles.output() + (!byHand && good && !rejected ? 1 : 0),
                piles.rejected() + (!byHand && rejected ? 1 : 0),
                piles.mixed() + (!byHand && !good && !rejected ? 1 : 0),
                piles.byHand() + (byHand ? 1 : 0)));
    }

    /**
     * Asks the operator.
     *
     * @param news whether the reason is reported
     * @return the phase to go back to
     */
    PrinterPhase call(PrinterPhase asking, Problem why, Set<PrinterChoice> offered, boolean news) {
        PrinterPhase before = phase;
        run.change(() -> {
            question++;
            show(asking, why, offered);
        });
        if (news) {
            report(why);
        }
        return before;
    }

    /** Shows what the printer is waited for; its phase stays. */
    void waits(Problem why) {
        run.change(() -> notice = why);
    }

    void report(Problem why) {
        run.report(new RunEvent.PrinterStopped(number, why, false));
    }

    @Override
    public void report(RunEvent event) {
        if (event instanceof RunEvent.Warned warned) {
            run.change(() -> warning = warned.problem(), event);
        } else {
            run.report(event);
        }
    }

    void resumed() {
        run.report(new RunEvent.PrinterGoesOn(number));
    }

    void identified(Duration took) {
        run.change(() -> progress.identified(took));
    }

    @Override
    public void progress(Consumer<CeremonyProgress> change) {
        run.change(() -> change.accept(progress));
    }

    /** Returns whether the choice answers the question that is asked now. */
    boolean offers(PrinterChoice choice, int answered) {
        PrinterSnapshot now = snapshot();
        return now.question() == answered && now.choices().contains(choice);
    }

    PrinterSnapshot snapshot() {
        synchronized (run) {
            return new PrinterSnapshot(
                    order,
                    name,
                    Optional.ofNullable(reader),
                    readiness,
                    phase,
                    card,
                    Optional.ofNullable(current).map(run::stateOf),
                    Optional.ofNullable(proving).map(run::stateOf),
                    progress.steps(),
                    Optional.ofNullable(warning),
                    Optional.ofNullable(notice),
                    choices,
                    question,
                    piles);
        }
    }
}
