package org.keyhopper.printer.manual.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Disposal;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;

class ManualDriverTest {

    private static final Deadline SOON = Deadline.inSeconds(5);

    private final ManualDriver driver = new ManualDriver();

    @Test
    void feedingIsByHand() throws Exception {
        try (CardPrinter printer = driver.open(PrinterAddress.of("manual", ""), SOON)) {
            assertEquals(Capabilities.Feeding.BY_HAND, printer.capabilities().feeding());
        }
    }

    @Test
    void sessionFollowsTheInstructions() throws Exception {
        try (CardPrinter printer = driver.open(PrinterAddress.of("manual", ""), SOON)) {
            try (CardSession session = printer.begin(Encoder.CONTACT, SOON)) {
                assertThrows(IllegalStateException.class, () -> session.eject(SOON));
                session.present(SOON);
                assertEquals(CardLocation.CONTACT, session.location());
                session.eject(SOON);
                assertEquals(CardLocation.OUTPUT_TRAY, session.location());
                assertThrows(IllegalStateException.class, () -> session.present(SOON));
            }
            try (CardSession session = printer.begin(Encoder.CONTACTLESS, SOON)) {
                session.present(SOON);
                assertEquals(Disposal.BY_HAND, session.reject("dead", SOON));
            }
        }
    }

    @Test
    void onlyOneCardAtATime() throws Exception {
        try (CardPrinter printer = driver.open(PrinterAddress.of("manual", ""), SOON);
                CardSession first = printer.begin(Encoder.CONTACT, SOON)) {
            PrinterException failure = assertThrows(PrinterException.class, () -> printer.begin(Encoder.CONTACT, SOON));
            assertEquals(PrinterProblem.RESERVED, failure.problem().code());
            assertEquals(CardLocation.HOPPER, first.location());
        }
    }

    @Test
    void locationMustBeEmpty() {
        PrinterException failure =
                assertThrows(PrinterException.class, () -> driver.open(PrinterAddress.of("manual", "desk 3"), SOON));
        assertEquals(PrinterProblem.BAD_ADDRESS, failure.problem().code());
    }
}
