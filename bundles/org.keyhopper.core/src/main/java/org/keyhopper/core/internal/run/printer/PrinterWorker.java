package org.keyhopper.core.internal.run.printer;

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
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.ReadinessCheck.State;
import org.keyhopper.core.automatic.ReadinessCheck.Subject;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.run.DirectoryWideProblems;
import org.keyhopper.core.internal.run.Prefetched;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;

/** One printer's part of a run, on a thread of its own: one recipient and one card after the other. */
final class PrinterWorker implements Runnable {

    private static final Duration OPENING = Duration.ofSeconds(15);

    /** Three seconds: opening a printer that another program has reserved may disturb that one. */
    private static final int LOOKS_BEFORE_TRYING = 6;

    /** After so many unreadable cards in a row the cards are not the cause. */
    private static final int UNREADABLE_IN_A_ROW = 3;

    private final RunContext run;
    private final PrinterState state;
    private final OperatorIntervention operator;
    private int unreadable;

    /** Completes when the passkeys on all cards that left are read back. */
    private CompletableFuture<Void> readBacks = CompletableFuture.completedFuture(null);

    PrinterWorker(RunContext run, PrinterState state, OperatorIntervention operator) {
        this.run = run;
        this.state = state;
        this.operator = operator;
    }

    @Override
    public void run() {
        try {
            work();
            state.enter(PrinterPhase.DONE);
        } catch (PrinterUnavailableException e) {
            state.out(e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            state.out(run.control().reason().orElseGet(() -> Failures.internalFault(e)));
        } catch (RuntimeException | LinkageError e) {
            // A drop-in driver that was built for another version of the API shows it only when it is called.
            fault(Failures.problemOf(e));
        } finally {
            awaitReadBacks();
        }
    }

    private void fault(Problem problem) {
        state.out(problem);
        run.stop(problem);
    }

    private void awaitReadBacks() {
        try {
            readBacks.join();
        } catch (CompletionException e) {
            fault(Failures.problemOf(e));
        }
    }

    private void work() throws PrinterUnavailableException, InterruptedException {
        try (CardPrinter printer = opened()) {
            state.named(nameOf(printer));
            checkStatus(printer);
            EncoderReader reader = reader(printer);
            PrinterRecovery recovery = new PrinterRecovery(printer, operator, new LeftoverCard(run, reader));
            PrinterContext context = new PrinterContext(run, state, operator, recovery, reader);
            state.enter(PrinterPhase.WAITING);
            for (Optional<RecipientState> next = run.next(name()); next.isPresent(); next = run.next(name())) {
                serve(context, next.get());
            }
        }
    }

    private String name() {
        return state.order().printer().toString();
    }

    private CardPrinter opened() throws PrinterUnavailableException, InterruptedException {
        while (true) {
            try {
                CardPrinter printer =
                        run.printing().printers().open(state.order().printer(), Deadline.in(OPENING));
                state.check(Subject.PRINTER_REACHED, State.GOOD, Optional.empty());
                operator.worked();
                return printer;
            } catch (PrinterException e) {
                state.check(Subject.PRINTER_REACHED, State.BAD, Optional.of(e.problem()));
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
        return e.kind() == FailureKind.BUSY || e.kind() == FailureKind.OPERATOR_NEEDED;
    }

    private String nameOf(CardPrinter printer) {
        PrinterIdentity identity = printer.identity();
        String name = (identity.vendor() + " " + identity.model()).strip();
        return name.isEmpty() ? state.order().printer().toString() : name;
    }

    /** Conditions that pass are reported only: they are waited for when a card is to be moved. */
    private void checkStatus(CardPrinter printer) throws PrinterUnavailableException, InterruptedException {
        try {
            PrinterStatus status = printer.status(Deadline.in(PrinterRecovery.ASK));
            Optional<Problem> condition = status.conditions().stream().findFirst();
            state.check(Subject.PRINTER_READY, condition.isPresent() ? State.WARNING : State.GOOD, condition);
        } catch (PrinterException e) {
            boolean passes = isPassing(e);
            state.check(Subject.PRINTER_READY, passes ? State.WARNING : State.BAD, Optional.of(e.problem()));
            if (!passes) {
                throw new PrinterUnavailableException(e.problem());
            }
        }
    }

    private EncoderReader reader(CardPrinter printer) throws PrinterUnavailableException {
        String key = ReaderBinding.keyOf(printer.identity(), state.order().printer());
        EncoderReader reader = new EncoderReader(
                run.readers(),
                run.printing().bindings(),
                key,
                state.order().encoder(),
                run.services().clock());
        Optional<Problem> problem = reader.choose(state.order().reader());
        state.check(Subject.READER_KNOWN, problem.isPresent() ? State.BAD : State.GOOD, problem);
        if (problem.isPresent()) {
            throw new PrinterUnavailableException(problem.get());
        }
        reader.name().ifPresent(state::boundTo);
        boolean empty = !reader.isKnown() || reader.card().isEmpty();
        state.check(Subject.READER_EMPTY, empty ? State.GOOD : State.WARNING, Optional.empty());
        return reader;
    }

    private void serve(PrinterContext context, RecipientState recipient)
            throws PrinterUnavailableException, InterruptedException {
        try {
            state.begin(recipient);
            Prefetched prefetched = run.prefetched(recipient, name());
            Optional<Problem> problem = prefetched.user().failure();
            if (problem.isEmpty()) {
                print(context, recipient, prefetched);
            } else if (DirectoryWideProblems.endLookUps(problem.get())) {
                run.giveBack(recipient);
                run.stop(problem.get());
            } else {
                run.fail(recipient, problem.get());
            }
        } finally {
            run.forget(recipient);
            state.end();
        }
    }

    /** Once the work on a card has begun, it settles the recipient; until then they remain the next. */
    private void print(PrinterContext context, RecipientState recipient, Prefetched prefetched)
            throws PrinterUnavailableException, InterruptedException {
        CardHandling handling = context.handling();
        CardJob job = new CardJob(context, recipient, prefetched, handling);
        try (handling) {
            job.perform();
            unreadable = 0;
        } catch (CardRejectedException e) {
            run.report(new RunEvent.NextCard(recipient, e.problem()));
            count(e.problem());
        } finally {
            if (!job.settles()) {
                run.giveBack(recipient);
            }
            readBacks = CompletableFuture.allOf(readBacks, job.noted());
        }
    }

    private void count(Problem problem) throws PrinterUnavailableException {
        unreadable = problem.is(DeviceProblem.ALREADY_PROVISIONED) ? 0 : unreadable + 1;
        if (unreadable == UNREADABLE_IN_A_ROW) {
            throw new PrinterUnavailableException(problem);
        }
    }
}
