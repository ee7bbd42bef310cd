package org.keyhopper.core.internal.run.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
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
import org.keyhopper.core.internal.directory.OutageWait;
import org.keyhopper.core.internal.run.RunLifecycle;
import org.keyhopper.core.internal.run.RunServices;
import org.keyhopper.core.internal.run.RunStart;
import org.keyhopper.core.internal.run.SignIn;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;

/** A run through printers: each printer works on a thread of its own. */
public final class PrinterRun extends RunLifecycle implements AutomaticRun {

    private final RunContext context;
    private final List<OperatorIntervention> operators = new ArrayList<>();

    public PrinterRun(RunServices services, PrinterServices printing, AutomaticOrder order, RunStart start) {
        super(services, start);
        this.context = new RunContext(services, printing, order, queue);
        context.state().printers().forEach(printer -> operators.add(new OperatorIntervention(printer, context)));
    }

    /** Starts the run's thread. */
    public PrinterRun start() {
        launch();
        return this;
    }

    @Override
    public AutomaticSnapshot snapshot() {
        return context.state().latest();
    }

    @Override
    public void addListener(AutomaticListener listener) {
        context.state().follow(listener);
    }

    @Override
    public void choose(AutomaticChoice choice) {
        if (!snapshot().choices().contains(choice)) {
            return;
        }
        switch (choice) {
            case PAUSE -> context.pause();
            case CONTINUE -> context.resume();
            case STOP_AFTER_THIS_CARD -> context.stop(Problem.of(RunProblem.STOPPED));
        }
    }

    @Override
    public void choose(int printer, PrinterChoice choice, int question) {
        operators.get(printer).choose(choice, question);
    }

    @Override
    protected Optional<Problem> work() throws InterruptedException {
        Answer<Directory> answer = signedIn();
        Optional<Problem> problem = answer.failure();
        State state = problem.isPresent() ? State.BAD : State.GOOD;
        context.state().printers().forEach(printer -> printer.check(Subject.DIRECTORY_SIGNED_IN, state, problem));
        if (problem.isPresent()) {
            return problem;
        }
        Directory opened = answer.result().orElseThrow();
        OutageWait outages = outages(context.control()::isStopping, context.state());
        try (Directory directory = waiting(opened, outages)) {
            print(directory, outages);
        }
        return reasonToHalt();
    }

    private Answer<Directory> signedIn() throws InterruptedException {
        SignIn signIn = signIn(context.state()::notice, context.control()::isStopping);
        CompletableFuture<Answer<Directory>> answer = new CompletableFuture<>();
        signIn.then(answer::complete);
        try {
            CompletableFuture.anyOf(answer, context.control().stopped()).get();
        } catch (InterruptedException e) {
            signIn.abandon();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("neither has failures", e);
        }
        if (answer.isDone()) {
            return answer.join();
        }
        signIn.abandon();
        return Answer.failed(context.control().reason().orElseThrow());
    }

    private void print(Directory directory, OutageWait outages) throws InterruptedException {
        try (context) {
            context.open(directory, outages);
            context.state().enter(AutomaticPhase.RUNNING, Optional.empty());
            List<Thread> threads = new ArrayList<>();
            for (PrinterState printer : context.state().printers()) {
                PrinterWorker worker = new PrinterWorker(context, printer, operators.get(printer.number()));
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

    /** With recipients left who are waiting or in progress, the run was stopped, or its printers were. */
    private Optional<Problem> reasonToHalt() {
        if (queue.left() == 0) {
            return Optional.empty();
        }
        return context.control().reason().or(() -> snapshot().printers().stream()
                .map(PrinterSnapshot::notice)
                .flatMap(Optional::stream)
                .findFirst());
    }

    @Override
    protected void over(Optional<Problem> problem, RunEvent last, Runnable then) {
        context.state().enter(problem.isPresent() ? AutomaticPhase.HALTED : AutomaticPhase.COMPLETED, problem);
        context.state().reportLast(last, then);
    }
}
