package org.keyhopper.transport.pcsc.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The logger of this bundle. Never logs the data of APDUs. */
final class Log {

    private static final Logger LOGGER = LoggerFactory.getLogger("org.keyhopper.transport.pcsc");

    private Log() {}

    static void debug(String what, Exception why) {
        LOGGER.debug("{}: {}", what, why.toString());
    }

    static void warn(String what, Throwable why) {
        LOGGER.warn(what, why);
    }

    /** Returns whether {@link #trace} has any effect. */
    static boolean traces() {
        return LOGGER.isTraceEnabled();
    }

    static void trace(String reader, String line) {
        LOGGER.trace("{}: {}", reader, line);
    }
}
