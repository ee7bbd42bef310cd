package org.keyhopper.printer.evolis.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;

class EvolisAddressTest {

    @Test
    void serviceAddressHasHostPortAndName() throws Exception {
        var address = assertInstanceOf(
                EvolisAddress.Supervised.class, read("evolis-service://127.0.0.1:18000/Evolis Primacy 2"));
        assertEquals(18000, address.service().port());
        assertEquals("Evolis Primacy 2", address.name());
    }

    @Test
    void pipeAddressHasName() throws Exception {
        var address = assertInstanceOf(EvolisAddress.Piped.class, read("evolis-pipe:Evolis Primacy 2"));
        assertEquals("Evolis Primacy 2", address.name());
    }

    @Test
    void pipesRequireWindows() {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"));
        PrinterAddress address =
                PrinterAddress.parse("evolis-pipe:Evolis Primacy").result().orElseThrow();
        PrinterException failure =
                assertThrows(PrinterException.class, () -> new EvolisDriver().open(address, Deadline.inSeconds(5)));
        assertEquals(PrinterProblem.WRONG_SYSTEM, failure.problem().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"evolis-raw:///dev/usb/lp0", "evolis-raw://printer:4711"})
    void rawAddressIsFileOrHost(String text) throws Exception {
        assertInstanceOf(EvolisAddress.Direct.class, read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evolis-pipe://",
                "evolis-service://127.0.0.1:18000",
                "evolis-service://127.0.0.1:18000/",
                "evolis-service://127.0.0.1/Primacy",
                "evolis-raw://printer"
            })
    void otherAddressesAreBad(String text) {
        PrinterException failure = assertThrows(PrinterException.class, () -> read(text));
        assertEquals(PrinterProblem.BAD_ADDRESS, failure.problem().code());
    }

    @Test
    void usbPrintersAreFoundByDeviceId(@TempDir Path list) throws Exception {
        describe(list, "lp0", "MFG:Acme;MDL:Laser;");
        describe(list, "lp1", "MFG:EVOLIS;MDL:Primacy;");
        Files.createDirectories(list.resolve("lp2"));
        List<DiscoveredPrinter> found = LinuxUsbPrinters.discover(list);
        assertEquals(1, found.size());
        assertEquals("evolis-raw:///dev/usb/lp1", found.getFirst().address().toString());
        assertEquals(List.of(), LinuxUsbPrinters.discover(list.resolve("not-there")));
    }

    private static void describe(Path list, String printer, String name) throws Exception {
        Path device = Files.createDirectories(list.resolve(printer).resolve("device"));
        Files.writeString(device.resolve("ieee1284_id"), name);
    }

    private static EvolisAddress read(String text) throws PrinterException {
        return EvolisAddress.read(PrinterAddress.parse(text).result().orElseThrow());
    }
}
