package org.keyhopper.host.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.core.station.Station;
import org.keyhopper.host.internal.RunResult;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.host.internal.output.RunLines;

/** A manual run without a window, printed as lines. */
public final class HeadlessRun {

    private final Station station;
    private final Output output;

    public HeadlessRun(Station station, Output output) {
        this.station = station;
        this.output = output;
    }

    /** Performs the prepared run; blocking. Ctrl-C stops it after the current ceremony. */
    public RunResult perform(Preparation prepared, RunOptions options) throws RunRefusedException {
        return perform(
                options, (operator, listener) -> station.startManual(prepared, options.slot(), operator, listener));
    }

    /** Performs the run without a check before; blocking. Ctrl-C stops it after the current ceremony. */
    public RunResult perform(RunOptions options, RunListener... others) throws RunRefusedException {
        return perform(
                options,
                (operator, listener) -> station.startManual(
                        options.request(), options.slot(), operator, new HeadlessDirectoryPrompts(output), listener),
                others);
    }

    /** Starts a run. */
    private interface Start {
        Run with(OperatorPrompts operator, RunListener listener) throws RunRefusedException;
    }

    private RunResult perform(RunOptions options, Start start, RunListener... others) throws RunRefusedException {
        CompletableFuture<Run> started = new CompletableFuture<>();
        RunLines lines = options.keysOnly() ? RunLines.forKeys(output) : new RunLines(output);
        List<RunListener> all = new ArrayList<>(
                List.of(lines, new HeadlessChooser(started, options.onProvisioned(), lines::printProblem)));
        all.addAll(List.of(others));
        HeadlessOperatorPrompts operator = new HeadlessOperatorPrompts(
                options.pinVariable(), lines::printProblem, TerminalConfirmation.withOutput(output));
        Run run = start.with(operator, new Several(all));
        started.complete(run);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(run), "stop the run"));
        Tally tally = run.ended().join();
        RunSnapshot last = run.snapshot();
        return new RunResult(tally, last.phase() == RunPhase.HALTED ? last.notice() : Optional.empty());
    }

    /** Delays the exit of the process until the current ceremony is finished. */
    private static void stop(Run run) {
        run.choose(Choice.STOP);
        run.ended().join();
    }

    private record Several(List<RunListener> listeners) implements RunListener {
        @Override
        public void changed(RunSnapshot snapshot) {
            listeners.forEach(listener -> listener.changed(snapshot));
        }

        @Override
        public void happened(RunEvent event) {
            listeners.forEach(listener -> listener.happened(event));
        }
    }
}
