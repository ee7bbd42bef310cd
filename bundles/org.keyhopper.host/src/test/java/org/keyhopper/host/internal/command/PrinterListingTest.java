package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.DriverDescription;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.printer.InstalledDriver;
import org.keyhopper.core.printer.Printers;
import org.keyhopper.host.internal.output.Output;

class PrinterListingTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Output output = new Output(new PrintStream(out, true), new PrintStream(err, true));

    @Test
    void driverShowsTheProvenanceOfItsCommands() {
        output.useJson();
        new PrinterListing(new OneDriver(), output).drivers();
        JsonObject line =
                JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
        assertEquals(
                "[{\"name\":\"Sic\",\"evidence\":\"vendor-guide\"},{\"name\":\"Se\",\"evidence\":\"vendor-guide\"},"
                        + "{\"name\":\"Sis\",\"evidence\":\"assumed\"}]",
                line.get("commands").toString());
        String text = err.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("Commands, vendor guide: Sic, Se"), text);
        assertTrue(text.contains("Commands, assumed: Sis"), text);
    }

    private static final class OneDriver implements Printers {
        @Override
        public List<InstalledDriver> drivers() {
            Provenance provenance = new Provenance(
                            Provenance.Source.VENDOR_DOCUMENTED, Provenance.TestedOn.SIMULATOR, "")
                    .with(Provenance.Evidence.VENDOR_GUIDE, "Sic", "Se")
                    .with(Provenance.Evidence.ASSUMED, "Sis");
            return List.of(new InstalledDriver(
                    new DriverDescription(
                            "acme", "Acme", Set.of("acme"), new SettingsDescription(List.of()), provenance),
                    Optional.empty()));
        }

        @Override
        public List<DiscoveredPrinter> discover(Deadline deadline) {
            return List.of();
        }

        @Override
        public CardPrinter open(PrinterAddress address, Deadline deadline) {
            throw new UnsupportedOperationException("no printer in this test");
        }
    }
}
