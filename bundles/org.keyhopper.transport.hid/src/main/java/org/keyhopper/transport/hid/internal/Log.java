package org.keyhopper.transport.hid.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The logger of this bundle. Never logs the data of reports. */
final class Log {

    private static final Logger LOGGER = LoggerFactory.getLogger("org.keyhopper.transport.hid");

    private Log() {}

    static void debug(String what, Throwable why) {
        LOGGER.debug("{}: {}", what, why.toString());
    }

    static void warn(String what) {
        LOGGER.warn(what);
    }

    static void warn(String what, Throwable why) {
        LOGGER.warn(what, why);
    }
}
