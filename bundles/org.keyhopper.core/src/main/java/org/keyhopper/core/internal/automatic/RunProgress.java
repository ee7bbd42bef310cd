package org.keyhopper.core.internal.automatic;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.automatic.AutomaticPhase;

/** How a run stands: who waits, what is shown, and whether it goes on. Any thread. */
record RunProgress(
        RecipientQueue roster,
        AutomaticRunState board,
        RunControl gate,
        OutcomeRecorder outcomes,
        PendingReadBacks proofs) {

    /** No printer takes a further card. */
    void stop(Problem why) {
        gate.stop(why);
        roster.stopping();
        board.enter(AutomaticPhase.STOPPING, Optional.of(why));
    }

    void pause() {
        gate.pause();
        board.meter().interrupted();
        board.enter(AutomaticPhase.PAUSED, Optional.empty());
    }

    void goOn() {
        board.meter().interrupted();
        board.enter(AutomaticPhase.RUNNING, Optional.empty());
        gate.goOn();
    }
}
