package org.example.acme.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.example.acme.simulator.AcmeSimulator;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.testkit.printer.PrinterEvent;
import org.keyhopper.testkit.printer.PrinterRig;

/** The driver in front of the simulator. With a real printer, {@code trigger} tells a person what to do. */
final class AcmeRig implements PrinterRig {

    private final AcmeSimulator simulator;
    private final String options;

    AcmeRig(Build build) {
        try {
            simulator = new AcmeSimulator(build == Build.SLOW ? Duration.ofMillis(1500) : Duration.ZERO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        options = build == Build.WITHOUT_REJECT_TRAY ? "?reject=no" : "?reject=yes";
    }

    @Override
    public PrinterDriver driver() {
        return new AcmeDriver();
    }

    @Override
    public PrinterAddress address() {
        return PrinterAddress.parse("acme://127.0.0.1:" + simulator.port() + options)
                .result()
                .orElseThrow();
    }

    @Override
    public Encoder encoder() {
        return Encoder.CONTACT;
    }

    @Override
    public void trigger(PrinterEvent event) {
        simulator.trigger(event);
    }

    @Override
    public int cardsAt(CardLocation place) {
        return simulator.cardsAt(place);
    }

    @Override
    public int movements() {
        return simulator.movements();
    }

    @Override
    public void close() {
        try {
            simulator.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
