package org.keyhopper.fido.internal.ctap;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Below INFO the CTAP library logs whole messages, including names, tokens and encrypted PINs. Its INFO messages repeat
 * our own log, and writing each of them takes longer than sending a packet.
 */
final class LibraryLog {

    /** A strong reference, since java.util.logging discards unreferenced loggers with their level. */
    private static final Logger LOGGER = Logger.getLogger("com.yubico.yubikit");

    private LibraryLog() {}

    /** Sets the library's log level to WARNING where java.util.logging is the backend of SLF4J, as in the product. */
    static void silence() {
        if (LOGGER.getLevel() == null || LOGGER.getLevel().intValue() < Level.WARNING.intValue()) {
            LOGGER.setLevel(Level.WARNING);
        }
    }
}
