package org.keyhopper.testkit.printer;

import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.osgi.annotation.versioning.ConsumerType;

/** A driver, one printer for it, and somebody who loads cards and makes things go wrong. Begins with an empty hopper. */
@ConsumerType
public interface PrinterRig extends AutoCloseable {

    /** How the printer is built. */
    enum Build {
        COMPLETE,
        WITHOUT_REJECT_TRAY,
        /** Every movement takes a second or more. */
        SLOW
    }

    PrinterDriver driver();

    /** Returns the printer's address, with options that say how it is built where it does not tell. */
    PrinterAddress address();

    /** Returns the encoder to use. */
    Encoder encoder();

    void happens(Happening happening);

    /** Returns how many cards are at a place, as anybody can see. */
    int cardsAt(CardLocation place);

    /** Returns how many movements of cards were begun so far. */
    int movements();

    /** Leaves everything as it was found. */
    @Override
    void close();
}
