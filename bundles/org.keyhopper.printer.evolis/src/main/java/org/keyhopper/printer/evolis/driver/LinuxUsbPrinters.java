package org.keyhopper.printer.evolis.driver;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.PrinterAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds printers in Linux's list of USB printers by the device id known to the kernel; does not access them. */
final class LinuxUsbPrinters {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxUsbPrinters.class);
    private static final Path KERNEL_LIST = Path.of("/sys/class/usbmisc");

    private LinuxUsbPrinters() {}

    static List<DiscoveredPrinter> discover() {
        return discover(KERNEL_LIST);
    }

    static List<DiscoveredPrinter> discover(Path list) {
        List<DiscoveredPrinter> found = new ArrayList<>();
        if (Files.isDirectory(list)) {
            try (DirectoryStream<Path> printers = Files.newDirectoryStream(list, "lp*")) {
                for (Path printer : printers) {
                    inspect(printer, found);
                }
            } catch (IOException e) {
                LOG.info("USB printers cannot be listed: {}", e.toString());
            }
        }
        return found;
    }

    private static void inspect(Path printer, List<DiscoveredPrinter> found) throws IOException {
        Path name = printer.resolve("device/ieee1284_id");
        if (Files.isReadable(name)
                && Files.readString(name).toLowerCase(Locale.ROOT).contains("evolis")) {
            String file = "/dev/usb/" + printer.getFileName();
            found.add(new DiscoveredPrinter(PrinterAddress.of(EvolisAddress.RAW, file), "Evolis, " + file));
        }
    }
}
