package org.keyhopper.fido.internal.ctap;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Below INFO the CTAP library logs whole messages, with names, tokens and encrypted PINs in them. At INFO it tells that
 * things succeeded, which our own log says already, and each of its lines costs more than the packet it is about.
 */
final class LibraryLog {

    /** Held, since a level set on a logger that nobody holds is forgotten. */
    private static final Logger LOGGER = Logger.getLogger("com.yubico.yubikit");

    private LibraryLog() {}

    /** Keeps the library at WARNING where java.util.logging is behind slf4j, as it is in the product. */
    static void silence() {
        if (LOGGER.getLevel() == null || LOGGER.getLevel().intValue() < Level.WARNING.intValue()) {
            LOGGER.setLevel(Level.WARNING);
        }
    }
}
