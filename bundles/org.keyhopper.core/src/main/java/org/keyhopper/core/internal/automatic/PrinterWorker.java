package org.keyhopper.core.internal.automatic;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticOrder.Pace;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.ReadinessCheck.State;
import org.keyhopper.core.automatic.ReadinessCheck.Subject;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.run.DirectoryWideProblems;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;

/** One printer's part of a run, on a thread of its own: one recipient and one card after the other. */
final class PrinterWorker implements Runnable {

    private static final Duration OPENING = Duration.ofSeconds(15);

    /** Three seconds: opening a printer that another program has reserved may disturb that one. */
    private static final int LOOKS_BEFORE_TRYING = 6;

    /** So many cards in a row that no reader can make sense of are no fault of the cards. */
    private static final int UNREADABLE_IN_A_ROW = 3;

    private final RunContext desk;
    private final AutomaticOrder.PrinterOrder order;
    private final PrinterState board;
    private final OperatorIntervention operator;
    private int unreadable;

    /** Of cards that left: the directory may still be asked about them. */
    private CompletableFuture<Void> proving = CompletableFuture.completedFuture(null);

    PrinterWorker(RunContext desk, PrinterState board, OperatorIntervention operator) {
        this.desk = desk;
        this.order = desk.order().printers().get(board.number());
        this.board = board;
        this.operator = operator;
    }

    @Override
    public void run() {
        try {
            work();
            board.enter(PrinterPhase.DONE);
        } catch (PrinterUnavailableException e) {
            board.out(e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            board.out(desk.course().gate().reason().orElseGet(() -> Failures.internalFault(e)));
        } catch (RuntimeException | LinkageError e) {
            // A drop-in driver that was built for another version of the API shows it only when it is called.
            fault(Failures.problemOf(e));
        } finally {
            awaitProof();
        }
    }

    private void fault(Problem problem) {
        board.out(problem);
        desk.course().stop(problem);
    }

    private void awaitProof() {
        try {
            proving.join();
        } catch (CompletionException e) {
            fault(Failures.problemOf(e));
        }
    }

    private void work() throws PrinterUnavailableException, InterruptedException {
        try (CardPrinter printer = opened()) {
            board.named(nameOf(printer));
            look(printer);
            EncoderReader reader = reader(printer);
            PrinterRecovery recovery = new PrinterRecovery(printer, operator, new LeftoverCard(desk, reader));
            PrinterContext parts = new PrinterContext(desk, order, board, operator, recovery, reader);
            board.enter(PrinterPhase.WAITING);
            while (desk.course().gate().awaitOpen()) {
                Optional<RecipientState> next =
                        desk.course().roster().take(desk.course().gate());
                if (next.isEmpty()) {
                    return;
                }
                attend(parts, next.get());
            }
        }
    }

    private CardPrinter opened() throws PrinterUnavailableException, InterruptedException {
        while (true) {
            try {
                CardPrinter printer = desk.printing().printers().open(order.printer(), Deadline.in(OPENING));
                board.check(Subject.PRINTER_REACHED, State.GOOD, Optional.empty());
                operator.worked();
                return printer;
            } catch (PrinterException e) {
                board.check(Subject.PRINTER_REACHED, State.BAD, Optional.of(e.problem()));
                if (!isPassing(e)) {
                    throw new PrinterUnavailableException(e.problem());
                }
                operator.await(
                        PrinterPhase.NEEDS_OPERATOR,
                        e.problem(),
                        PrinterRecovery.NO_CARD_YET,
                        looks -> looks % LOOKS_BEFORE_TRYING == 0);
            }
        }
    }

    private static boolean isPassing(PrinterException e) {
        return e.trouble() == FailureKind.BUSY || e.trouble() == FailureKind.OPERATOR_NEEDED;
    }

    private String nameOf(CardPrinter printer) {
        PrinterIdentity identity = printer.identity();
        String name = (identity.vendor() + " " + identity.model()).strip();
        return name.isEmpty() ? order.printer().toString() : name;
    }

    /** What a printer complains of now is only told: it is waited for when a card is to be moved. */
    private void look(CardPrinter printer) throws PrinterUnavailableException, InterruptedException {
        try {
            PrinterStatus status = printer.status(Deadline.in(PrinterRecovery.ASK));
            Optional<Problem> complaint = status.conditions().stream().findFirst();
            State state = complaint.isPresent() ? State.WARNING : State.GOOD;
            board.check(Subject.PRINTER_READY, state, complaint);
        } catch (PrinterException e) {
            boolean passes = isPassing(e);
            board.check(Subject.PRINTER_READY, passes ? State.WARNING : State.BAD, Optional.of(e.problem()));
            if (!passes) {
                throw new PrinterUnavailableException(e.problem());
            }
        }
    }

    private EncoderReader reader(CardPrinter printer) throws PrinterUnavailableException {
        String key = ReaderBinding.keyOf(printer, order.printer());
        Clock clock = desk.parts().clock();
        EncoderReader reader = new EncoderReader(desk.watch(), desk.printing().bindings(), key, order.encoder(), clock);
        Optional<Problem> problem = reader.choose(order.reader());
        board.check(Subject.READER_KNOWN, problem.isPresent() ? State.BAD : State.GOOD, problem);
        if (problem.isPresent()) {
            throw new PrinterUnavailableException(problem.get());
        }
        reader.name().ifPresent(board::boundTo);
        boolean empty = !reader.isKnown() || reader.card().isEmpty();
        board.check(Subject.READER_EMPTY, empty ? State.GOOD : State.WARNING, Optional.empty());
        return reader;
    }

    private void attend(PrinterContext parts, RecipientState recipient)
            throws PrinterUnavailableException, InterruptedException {
        try {
            board.takes(recipient);
            lookAhead();
            Prefetched foreseen = desk.foresight().of(recipient);
            Optional<Problem> trouble = foreseen.user().trouble();
            if (trouble.isEmpty()) {
                give(parts, recipient, foreseen);
            } else if (DirectoryWideProblems.isAtLookUp(trouble.get())) {
                desk.course().roster().giveBack(recipient);
                desk.course().stop(trouble.get());
            } else {
                desk.course().outcomes().fail(recipient, trouble.get());
            }
        } finally {
            desk.foresight().forget(recipient);
            board.free();
        }
    }

    private void lookAhead() {
        if (desk.order().pace() == Pace.OVERLAPPING) {
            desk.foresight()
                    .prepare(desk.course().roster().next(desk.order().printers().size()));
        }
    }

    /** From where the work on a card began, it settles the recipient; before that they are the next again. */
    private void give(PrinterContext parts, RecipientState recipient, Prefetched foreseen)
            throws PrinterUnavailableException, InterruptedException {
        CardHandling moves = parts.moves();
        CardJob pass = new CardJob(parts, recipient, foreseen, moves);
        try (moves) {
            pass.perform();
            unreadable = 0;
        } catch (CardRejectedException e) {
            desk.course().board().tell(new RunEvent.NextCard(recipient, e.problem()));
            count(e.problem());
        } finally {
            if (!pass.settles()) {
                desk.course().roster().giveBack(recipient);
            }
            proving = CompletableFuture.allOf(proving, pass.noted());
        }
    }

    private void count(Problem problem) throws PrinterUnavailableException {
        unreadable = problem.is(DeviceProblem.ALREADY_PROVISIONED) ? 0 : unreadable + 1;
        if (unreadable == UNREADABLE_IN_A_ROW) {
            throw new PrinterUnavailableException(problem);
        }
    }
}
