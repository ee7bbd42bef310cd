package org.keyhopper.printer.sdk.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.printer.Trouble;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.testkit.printer.PrinterRig;

class ZebraDriverTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhatThePrinterSaysAboutItself() throws Exception {
        try (KitRig rig = KitRig.zebra(PrinterRig.Build.COMPLETE, StandInKit.zebra(folder));
                CardPrinter printer = rig.driver().open(rig.address(), Deadline.inSeconds(20))) {
            assertEquals("ZC350", printer.identity().model());
            assertEquals("D3J194300001", printer.identity().serial());
            assertEquals("", printer.identity().firmware());
            assertEquals(Certainty.REPORTED, printer.capabilities().stations().get(Station.CONTACT));
        }
    }

    @Test
    void findsThePrintersTheKitFinds() throws Exception {
        ZebraDriver driver = new ZebraDriver(StandInKit.searchLike(Makers.ZEBRA, List.of(StandInKit.zebra(folder))));
        assertTrue(driver.obstacle().isEmpty());
        assertEquals(
                List.of("usb#vid_0a5f&pid_00a7#1"),
                driver.discover(Deadline.inSeconds(20)).stream()
                        .map(found -> found.address().location())
                        .toList());
    }

    @Test
    void withoutTheKitItFindsNothingAndSaysWhatIsMissing() throws Exception {
        ZebraDriver driver = new ZebraDriver(StandInKit.searchLike(Makers.ZEBRA, List.of(folder)));
        assertTrue(driver.discover(Deadline.inSeconds(5)).isEmpty());
        assertTrue(driver.obstacle().orElseThrow().is(PrinterProblem.SOFTWARE_MISSING));
        PrinterException failure = assertThrows(
                PrinterException.class,
                () -> driver.open(PrinterAddress.of("zebra", "10.0.0.1"), Deadline.inSeconds(5)));
        assertEquals(Trouble.PRINTER_FAULT, failure.trouble());
        assertTrue(failure.problem().is(PrinterProblem.SOFTWARE_MISSING));
    }

    @Test
    void unknownAlarmsNeedSomebodyAndUnknownErrorsStopThePrinter() {
        assertEquals(Trouble.OPERATOR_NEEDED, ZebraTrouble.alarm(7777, "WIDGET").trouble());
        assertEquals(Trouble.PRINTER_FAULT, ZebraTrouble.error(7777, "WIDGET").trouble());
        assertEquals(PrinterProblem.HOPPER_EMPTY, ZebraTrouble.of(4016, "").orElseThrow());
        assertFalse(ZebraTrouble.of(7777, "WIDGET").isPresent());
    }
}
