package org.keyhopper.host.internal.output;

import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.run.RunEvent;

/** Writes a run through printers, line by line, for people and for programs. Called one call at a time. */
public final class AutomaticLines implements AutomaticListener {

    private final RunLines lines;

    public AutomaticLines(Output output) {
        lines = new RunLines(output);
    }

    @Override
    public void changed(AutomaticSnapshot snapshot) {
        lines.notice(snapshot.notice());
        lines.halted(snapshot.phase() == AutomaticPhase.HALTED);
    }

    @Override
    public void happened(RunEvent event) {
        lines.happened(event);
    }
}
