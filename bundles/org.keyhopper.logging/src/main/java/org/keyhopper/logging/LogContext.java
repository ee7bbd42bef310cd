package org.keyhopper.logging;

import java.util.Optional;

/** The request that a thread is carrying out, which each of its lines in a structured log names. */
public final class LogContext {

    private static final ThreadLocal<String> REQUEST = new ThreadLocal<>();

    private LogContext() {}

    /** From now on the lines of this thread name the request. */
    public static void begin(String request) {
        REQUEST.set(request);
    }

    /** From now on the lines of this thread name none. */
    public static void end() {
        REQUEST.remove();
    }

    /** Returns the id of the request of this thread. */
    public static Optional<String> request() {
        return Optional.ofNullable(REQUEST.get());
    }
}
