package org.keyhopper.host.internal.output;

import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.run.RunEvent;

/** Prints a printer run as text or JSON lines. Calls must not overlap. */
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
