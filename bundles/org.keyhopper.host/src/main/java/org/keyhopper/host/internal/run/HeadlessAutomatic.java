package org.keyhopper.host.internal.run;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunRefused;
import org.keyhopper.core.station.Station;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.host.internal.output.RunLines;

/** A run through printers without a window, written as lines. */
public final class HeadlessAutomatic {

    private final Station station;
    private final Output output;

    public HeadlessAutomatic(Station station, Output output) {
        this.station = station;
        this.output = output;
    }

    /** Runs it to its end; blocking. Ctrl-C stops it after the cards under way. */
    public Tally perform(AutomaticOrder order) throws RunRefused {
        AutomaticRun run =
                station.startAutomatic(order, new HeadlessDirectoryPrompts(output), new Lines(new RunLines(output)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(run), "stop the run"));
        return run.ended().join();
    }

    /** Between Ctrl-C and the end of the process the cards under way come to their end. */
    private static void stop(AutomaticRun run) {
        run.choose(AutomaticChoice.STOP_AFTER_THIS_CARD);
        run.ended().join();
    }

    /** Tells what happens, and why the whole run stands still. */
    private static final class Lines implements AutomaticListener {

        private final RunLines lines;
        private Optional<Problem> told = Optional.empty();

        Lines(RunLines lines) {
            this.lines = lines;
        }

        @Override
        public void changed(AutomaticSnapshot snapshot) {
            if (!snapshot.notice().equals(told)) {
                told = snapshot.notice();
                told.ifPresent(lines::note);
            }
        }

        @Override
        public void happened(RunEvent event) {
            lines.happened(event);
        }
    }
}
