package org.keyhopper.transport.hid.internal.ctaphid;

import java.time.Duration;

/**
 * How long to wait for a device and for other programs.
 *
 * @param retry between two tries while the device is busy
 * @param silence how long a device may say nothing while it works; it should say something every 100 ms, and Windows
 *     waits for 0.5 s
 */
record CtapHidTimeouts(Duration retry, Duration silence) {

    static final CtapHidTimeouts USUAL = new CtapHidTimeouts(Duration.ofMillis(100), Duration.ofSeconds(10));
}
