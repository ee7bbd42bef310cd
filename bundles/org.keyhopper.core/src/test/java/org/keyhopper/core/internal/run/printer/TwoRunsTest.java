package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunRefusedException;

/** Two runs work on one request at the same time. */
class TwoRunsTest {

    private final AutomaticBench bench = new AutomaticBench();

    @BeforeEach
    void theReadersAreKnown() {
        bench.store.bindings.put(bench.first.bindingTo("Reader A"));
        bench.store.bindings.put(bench.second.bindingTo("Reader B"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void eachTakesTheRecipientsThatTheOtherHasNotClaimed() throws Exception {
        // The first run has claimed anna, and bert ahead.
        bench.second.load(6);
        bench.start("anna", "bert", "cleo").await(PrinterPhase.NEEDS_OPERATOR);
        while (bench.store.requests.claimed(bench.request).size() < 2) {
            Thread.onSpinWait();
        }
        AutomaticRun other = second();
        assertEquals(new Tally(3, 1, 0, 0, 2, 0), other.ended().get(60, TimeUnit.SECONDS));
        assertEquals(AutomaticPhase.COMPLETED, other.snapshot().phase());
        bench.first.load(2);
        bench.choose(PrinterChoice.CONTINUE);
        assertEquals(new Tally(3, 3, 0, 0, 0, 0), bench.ended());
        assertEquals(2, bench.first.output.size());
        assertEquals(1, bench.second.output.size());
        assertEquals(3, bench.directory.passkeys.size());
    }

    @Test
    void aRunIsRefusedWhileAllThatIsOpenIsClaimed() {
        bench.start("anna").await(PrinterPhase.NEEDS_OPERATOR);
        RunRefusedException refused = assertThrows(RunRefusedException.class, this::second);
        assertTrue(refused.problem().is(RunProblem.REQUEST_IN_USE));
    }

    private AutomaticRun second() throws RunRefusedException {
        return bench.station.startAutomatic(
                new AutomaticOrder(
                        bench.request,
                        List.of(new AutomaticOrder.PrinterOrder(bench.second.address(), Encoder.CONTACT, "")),
                        bench.provisioned,
                        bench.resumption),
                new SilentPrompts(),
                new Ignored());
    }

    /** Ignores everything. */
    private static final class Ignored implements AutomaticListener {
        @Override
        public void changed(AutomaticSnapshot snapshot) {
            // Ignored.
        }

        @Override
        public void happened(RunEvent event) {
            // Ignored.
        }
    }
}
