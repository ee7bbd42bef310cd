package org.keyhopper.central.server.internal.http;

import org.eclipse.jetty.http.HttpException;

/** How long the body of a call may be; Jetty holds calls to it. */
public final class BodyLimit {

    public static final int BYTES = 2 * 1024 * 1024;

    private static final int CONTENT_TOO_LARGE = 413;

    private BodyLimit() {}

    /** Returns whether a body without a length was found to be too long while it was read. */
    public static boolean isExceeded(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof HttpException http && http.getCode() == CONTENT_TOO_LARGE) {
                return true;
            }
        }
        return false;
    }
}
