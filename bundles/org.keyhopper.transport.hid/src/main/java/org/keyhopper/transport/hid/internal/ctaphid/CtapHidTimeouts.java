package org.keyhopper.transport.hid.internal.ctaphid;

import java.time.Duration;

/**
 * Timeouts for the device and for other programs.
 *
 * @param retry between two attempts while the device is busy
 * @param silence how long a device may send nothing while it works; it should send a keep-alive every 100 ms, and
 *     Windows waits for 0.5 s
 */
record CtapHidTimeouts(Duration retry, Duration silence) {

    static final CtapHidTimeouts USUAL = new CtapHidTimeouts(Duration.ofMillis(100), Duration.ofSeconds(10));
}
