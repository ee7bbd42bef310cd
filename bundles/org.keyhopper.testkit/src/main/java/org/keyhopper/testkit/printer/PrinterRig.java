package org.keyhopper.testkit.printer;

import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.osgi.annotation.versioning.ConsumerType;

/** A driver with one printer, and events that are triggered at the printer. Starts with an empty hopper. */
@ConsumerType
public interface PrinterRig extends AutoCloseable {

    /** The equipment of the printer. */
    enum Build {
        COMPLETE,
        WITHOUT_REJECT_TRAY,
        /** Every movement takes a second or more. */
        SLOW
    }

    PrinterDriver driver();

    /** Returns the printer's address, with options for equipment that it does not report. */
    PrinterAddress address();

    /** Returns the encoder to use. */
    Encoder encoder();

    void trigger(PrinterEvent event);

    /** Returns the actual number of cards at a location. */
    int cardsAt(CardLocation place);

    /** Returns the number of card movements started so far. */
    int movements();

    /** Releases all resources. */
    @Override
    void close();
}
