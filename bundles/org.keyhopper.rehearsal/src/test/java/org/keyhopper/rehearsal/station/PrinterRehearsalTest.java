package org.keyhopper.rehearsal.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterSnapshot;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.directory.entra.internal.EntraConnector;
import org.keyhopper.testkit.directory.UnattendedPrompts;

/** A complete run with the rehearsal's printer. */
@Execution(ExecutionMode.CONCURRENT)
class PrinterRehearsalTest {

    @Test
    void everyoneIsProvisionedAndCardsReachTheirTrays() throws Exception {
        try (RehearsalStation rehearsal = RehearsalStation.open(3, List.of(new EntraConnector()))) {
            PrinterOperator hands = rehearsal.printerHands();
            hands.loadUsedCard();
            hands.loadNewCards(1);
            hands.loadDeadCard();
            hands.loadNewCards(2);
            AutomaticOrder order = new AutomaticOrder(
                    rehearsal.request(),
                    List.of(new AutomaticOrder.PrinterOrder(
                            RehearsalStation.PRINTER, Encoder.CONTACT, "contact encoder")),
                    AutomaticOrder.OnProvisioned.REJECT,
                    AutomaticOrder.Resumption.ByPrinter.within(Duration.ofMinutes(1)));
            AutomaticRun run = rehearsal.station().startAutomatic(order, new UnattendedPrompts(), new Nobody());
            Tally tally = run.ended().get(60, TimeUnit.SECONDS);
            assertEquals(3, tally.provisioned());
            PrinterSnapshot printer = run.snapshot().printers().getFirst();
            assertEquals(new PrinterSnapshot.TrayCounts(3, 2, 0, 0), printer.trays());
            assertTrue(printer.reader().orElseThrow().startsWith("Rehearsal printer"));
            assertEquals(0, hands.cardsInHopper());
        }
    }

    @Test
    void serialsOfDeskAndPrinterDiffer() throws Exception {
        try (RehearsalStation rehearsal = RehearsalStation.open(1, List.of(new EntraConnector()))) {
            rehearsal.printerHands().loadNewCards(2);
            rehearsal.hands().insertNewCard();
            String atTheDesk = rehearsal.hands().inserted().orElseThrow();
            assertEquals(
                    List.of("KH-500001", "KH-500002"), rehearsal.printerHands().serialsInHopper());
            assertEquals("KH-000001", atTheDesk);
        }
    }

    @Test
    void theCardThatWasTakenOutIsPutBack() throws Exception {
        try (RehearsalStation rehearsal = RehearsalStation.open(1, List.of(new EntraConnector()))) {
            ReaderOperator hands = rehearsal.hands();
            hands.putBack();
            assertEquals(Optional.empty(), hands.inserted());
            hands.insertNewCard();
            hands.insertNewCard();
            hands.putBack();
            assertEquals(Optional.of("KH-000002"), hands.inserted());
            hands.takeOut();
            hands.putBack();
            assertEquals(Optional.of("KH-000002"), hands.inserted());
        }
    }

    private static final class Nobody implements AutomaticListener {
        @Override
        public void changed(AutomaticSnapshot snapshot) {
            // Checked at the end.
        }

        @Override
        public void happened(RunEvent event) {
            // Checked at the end.
        }
    }
}
