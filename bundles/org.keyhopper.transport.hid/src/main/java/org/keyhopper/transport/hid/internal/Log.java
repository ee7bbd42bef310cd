package org.keyhopper.transport.hid.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where this transport writes its diary. Never holds data of reports. */
final class Log {

    private static final Logger LOGGER = LoggerFactory.getLogger("org.keyhopper.transport.hid");

    private Log() {}

    static void debug(String what, Exception why) {
        LOGGER.debug("{}: {}", what, why.toString());
    }

    static void warn(String what) {
        LOGGER.warn(what);
    }

    static void warn(String what, Throwable why) {
        LOGGER.warn(what, why);
    }
}
