package org.keyhopper.transport.helper.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The logger of both sides. Never logs secrets or CTAP messages. */
public final class Log {

    private static final Logger LOGGER = LoggerFactory.getLogger("org.keyhopper.transport.helper");

    private Log() {}

    public static void info(String what) {
        LOGGER.info(what);
    }

    public static void debug(String what, Exception why) {
        LOGGER.debug("{}: {}", what, why.toString());
    }

    public static void warn(String what, Throwable why) {
        LOGGER.warn(what, why);
    }
}
