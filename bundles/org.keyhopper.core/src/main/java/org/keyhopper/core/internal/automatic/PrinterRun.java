package org.keyhopper.core.internal.automatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterSnapshot;
import org.keyhopper.core.automatic.ReadinessCheck.State;
import org.keyhopper.core.automatic.ReadinessCheck.Subject;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.directory.OutageWait;
import org.keyhopper.core.internal.directory.WaitingDirectory;
import org.keyhopper.core.internal.run.CancellablePrompts;
import org.keyhopper.core.internal.run.RunServices;
import org.keyhopper.core.internal.run.RunStart;
import org.keyhopper.core.internal.run.SignIn;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run through printers: signs in, has every printer do its part on a thread of its own, and tells how it ended. */
public final class PrinterRun implements AutomaticRun {

    private static final Logger LOGGER = LoggerFactory.getLogger(PrinterRun.class);

    private final RunServices parts;
    private final AutomaticOrder order;
    private final PrinterServices printing;
    private final DirectoryPrompts prompts;
    private final RunStart start;
    private final OutageWait outage;
    private final RunProgress course;
    private final List<OperatorIntervention> operators = new ArrayList<>();
    private final CompletableFuture<Tally> ended = new CompletableFuture<>();

    public PrinterRun(RunServices parts, PrinterServices printing, AutomaticOrder order, RunStart start) {
        this.parts = parts;
        this.printing = printing;
        this.order = order;
        this.start = start;
        RecipientQueue roster = new RecipientQueue(start.request());
        RunControl gate = new RunControl();
        AutomaticRunState board = new AutomaticRunState(roster, new ThroughputMeter(parts.clock()), order.printers());
        this.course =
                new RunProgress(roster, board, gate, new OutcomeRecorder(parts, roster, board), new PendingReadBacks());
        this.prompts = new CancellablePrompts(
                start.prompts(), problem -> board.notice(Optional.of(problem)), gate::isStopping);
        OutageWait.Rules rules = new OutageWait.Rules(parts.pauses(), start.limit(), parts.clock());
        this.outage = new OutageWait(rules, gate::isStopping, board);
        board.printers()
                .forEach(printer -> operators.add(
                        new OperatorIntervention(printer, gate, board.meter(), order.resumption(), printing.clock())));
    }

    /** Starts the run's thread. */
    public PrinterRun start() {
        Thread.ofPlatform().daemon().name("run " + order.request()).start(this::run);
        return this;
    }

    @Override
    public AutomaticSnapshot snapshot() {
        return course.board().latest();
    }

    @Override
    public void follow(AutomaticListener listener) {
        course.board().follow(listener);
    }

    @Override
    public void choose(AutomaticChoice choice) {
        if (!snapshot().choices().contains(choice)) {
            return;
        }
        switch (choice) {
            case PAUSE -> course.pause();
            case CONTINUE -> course.goOn();
            case STOP_AFTER_THIS_CARD -> course.stop(Problem.of(RunProblem.STOPPED));
        }
    }

    @Override
    public void choose(int printer, PrinterChoice choice) {
        operators.get(printer).choose(choice);
    }

    @Override
    public CompletableFuture<Tally> ended() {
        return ended;
    }

    private void run() {
        Optional<Problem> trouble = Optional.empty();
        try (Requests.Lease lease = start.lease()) {
            trouble = worked();
        } catch (StoreException e) {
            trouble = Optional.of(Failures.problemOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            trouble = Optional.of(Problem.of(RunProblem.STOPPED));
        } catch (RuntimeException e) {
            trouble = Optional.of(Failures.internalFault(e));
        } finally {
            end(trouble);
        }
    }

    private Optional<Problem> worked() throws InterruptedException {
        SignIn signIn = start.signIn().to(prompts);
        Answer<Directory> answer = signedIn(signIn);
        Optional<Problem> trouble = answer.trouble();
        for (var printer : course.board().printers()) {
            printer.check(Subject.DIRECTORY_SIGNED_IN, trouble.isPresent() ? State.BAD : State.GOOD, trouble);
        }
        if (trouble.isPresent()) {
            return trouble;
        }
        try (Directory directory = new WaitingDirectory(answer.result().orElseThrow(), start.known(), outage)) {
            work(directory);
        }
        return reasonToHalt();
    }

    private Answer<Directory> signedIn(SignIn signIn) {
        CompletableFuture<Answer<Directory>> answer = new CompletableFuture<>();
        signIn.then((done, failure) ->
                answer.complete(failure == null ? done : Answer.failed(Failures.problemOf(failure))));
        CompletableFuture.anyOf(answer, course.gate().stopped()).join();
        if (answer.isDone()) {
            return answer.join();
        }
        signIn.abandon();
        return Answer.failed(course.gate().reason().orElseThrow());
    }

    private void work(Directory directory) throws InterruptedException {
        int ahead = order.printers().size() + 1;
        try (Prefetcher foresight = new Prefetcher(directory, parts.clock(), ahead);
                ReaderMonitor watch = new ReaderMonitor(parts.devices())) {
            foresight.prepare(course.roster().next(order.printers().size()));
            RunContext desk = new RunContext(parts, order, printing, directory, course, foresight, watch);
            course.board().enter(AutomaticPhase.RUNNING, Optional.empty());
            List<Thread> threads = new ArrayList<>();
            for (PrinterState printer : course.board().printers()) {
                PrinterWorker worker = new PrinterWorker(desk, printer, operators.get(printer.number()));
                threads.add(Thread.ofPlatform()
                        .daemon()
                        .name("printer " + printer.number())
                        .start(worker));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    /** With people left over, or in hand and not settled, the run was stopped, or its printers were. */
    private Optional<Problem> reasonToHalt() {
        if (course.roster().left() == 0) {
            return Optional.empty();
        }
        return course.gate().reason().or(() -> snapshot().printers().stream()
                .map(PrinterSnapshot::notice)
                .flatMap(Optional::stream)
                .findFirst());
    }

    private void end(Optional<Problem> trouble) {
        try {
            parts.requests().find(order.request()).ifPresent(course.roster()::refresh);
        } catch (RuntimeException e) {
            LOGGER.error("A run did not end as it should", e);
        }
        course.board().enter(trouble.isPresent() ? AutomaticPhase.HALTED : AutomaticPhase.COMPLETED, trouble);
        Tally tally = course.roster().request().tally();
        course.board().tell(new RunEvent.Ended(tally));
        ended.complete(tally);
    }
}
