package org.keyhopper.rehearsal.printer;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Puts one printer language in front of a machine. {@link CardMachineMain} finds providers with
 * {@link java.util.ServiceLoader} on the class path: a vendor's language is part of the tests of that vendor's driver.
 */
@ConsumerType
public interface SkinProvider {

    /** Returns the language's name, as given with {@code --skin}. */
    String name();

    /**
     * Listens on the loopback interface.
     *
     * @throws IllegalArgumentException when the language has no such quirk
     */
    PrinterSkin open(CardMachine machine, SkinOptions options) throws IOException;
}
