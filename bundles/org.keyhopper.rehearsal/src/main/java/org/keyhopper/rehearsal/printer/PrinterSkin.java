package org.keyhopper.rehearsal.printer;

import java.io.IOException;

/** A machine with a language: what a driver sees of it. */
public sealed interface PrinterSkin extends AutoCloseable permits EvolisServiceSkin, EvolisRawSkin, XidSkin, BidiSkin {

    /** Returns the port on the loopback interface it listens on. */
    int port();

    /** Returns the address a driver opens it by. */
    String address();

    /** Stops listening. The machine stays as it is. */
    @Override
    void close() throws IOException;
}
