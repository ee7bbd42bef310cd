package org.keyhopper.host.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunRefused;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.core.station.Station;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.host.internal.output.RunLines;

/** A manual run without a window, written as lines. */
public final class HeadlessRun {

    private final Station station;
    private final Output output;

    public HeadlessRun(Station station, Output output) {
        this.station = station;
        this.output = output;
    }

    /** Runs it to its end; blocking. Ctrl-C stops it after the ceremony in hand. */
    public Tally perform(RunOptions options, RunListener... others) throws RunRefused {
        CompletableFuture<Run> started = new CompletableFuture<>();
        RunLines lines = new RunLines(output);
        List<RunListener> all =
                new ArrayList<>(List.of(lines, new HeadlessDesk(started, options.onProvisioned(), lines::note)));
        all.addAll(List.of(others));
        Run run = station.startManual(
                options.request(),
                options.slot(),
                new HeadlessOperator(options.pinVariable(), TerminalConfirmation.besides(output)),
                new HeadlessDirectoryPrompts(output),
                new Several(all));
        started.complete(run);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(run), "stop the run"));
        return run.ended().join();
    }

    /** Between Ctrl-C and the end of the process the ceremony in hand finishes. */
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
