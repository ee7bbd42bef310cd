package org.keyhopper.central.server.internal.api;

import java.time.Duration;

/** Learns how each call of the API ended. Any thread; fast. */
@FunctionalInterface
public interface CallObserver {

    /**
     * One call ended.
     *
     * @param route the template of its path, such as {@code /api/v1/claims/{claim}/proof}; "unknown" if there is no such route
     */
    void observed(String method, String route, int status, Duration took);
}
