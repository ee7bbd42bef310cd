package org.keyhopper.central.server;

import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.run.RunEvent;

/** Ignores what happens in a run; a test reads the snapshot at its end. */
final class NoListener implements AutomaticListener {

    @Override
    public void changed(AutomaticSnapshot snapshot) {
        // As above.
    }

    @Override
    public void happened(RunEvent event) {
        // As above.
    }
}
