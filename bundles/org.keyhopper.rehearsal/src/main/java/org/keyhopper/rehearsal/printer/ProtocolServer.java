package org.keyhopper.rehearsal.printer;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** A machine with a language: what a driver sees of it. */
@ConsumerType
public interface PrinterSkin extends AutoCloseable {

    /** Returns the port on the loopback interface it listens on. */
    int port();

    /** Returns the address a driver opens it by. */
    String address();

    /** Stops listening. The machine stays as it is. */
    @Override
    void close() throws IOException;
}
