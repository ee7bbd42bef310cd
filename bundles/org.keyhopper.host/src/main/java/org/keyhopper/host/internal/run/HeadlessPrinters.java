package org.keyhopper.host.internal.run;

import java.util.Optional;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.station.Station;
import org.keyhopper.host.internal.RunResult;
import org.keyhopper.host.internal.output.AutomaticLines;
import org.keyhopper.host.internal.output.Output;

/** A printer run without a window, printed as lines. */
public final class HeadlessPrinters {

    private final Station station;
    private final Output output;

    public HeadlessPrinters(Station station, Output output) {
        this.station = station;
        this.output = output;
    }

    /** Performs the run without a check before; see the overload. */
    public RunResult perform(AutomaticOrder order) throws RunRefusedException {
        return ended(station.startAutomatic(order, new HeadlessDirectoryPrompts(output), new AutomaticLines(output)));
    }

    /** Performs the prepared run; blocking. Ctrl-C stops it after the current cards, a second one at once. */
    public RunResult perform(Preparation prepared, AutomaticOrder order) throws RunRefusedException {
        return ended(station.startAutomatic(order, prepared, new AutomaticLines(output)));
    }

    private RunResult ended(AutomaticRun run) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(run), "stop the run"));
        Interrupt.onFirst(() -> {
            output.print("Stopping after the cards in progress. Press Ctrl-C again to end immediately.");
            run.choose(AutomaticChoice.STOP_AFTER_THIS_CARD);
        });
        Tally tally = run.ended().join();
        AutomaticSnapshot last = run.snapshot();
        return new RunResult(tally, last.phase() == AutomaticPhase.HALTED ? last.notice() : Optional.empty());
    }

    /** Delays the exit of the process until the current cards are finished. */
    private static void stop(AutomaticRun run) {
        run.choose(AutomaticChoice.STOP_AFTER_THIS_CARD);
        run.ended().join();
    }
}
