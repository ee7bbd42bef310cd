package org.keyhopper.rehearsal.station;

import java.time.Duration;

/** How long simulated devices take to answer. */
public enum Pace {
    /** As fast as this computer computes. */
    FAST,

    /** About as long as cards with a contact chip take: some seconds for a person. */
    REALISTIC;

    private static final int MAKE_CREDENTIAL = 0x01;
    private static final int GET_ASSERTION = 0x02;
    private static final int CLIENT_PIN = 0x06;
    private static final int RESET = 0x07;

    /** Returns the time for a command, by its CTAP 2.1 command byte. */
    Duration of(byte command) {
        if (this == FAST) {
            return Duration.ZERO;
        }
        return Duration.ofMillis(
                switch (command) {
                    case MAKE_CREDENTIAL -> 900;
                    case GET_ASSERTION -> 600;
                    case CLIENT_PIN -> 250;
                    case RESET -> 1200;
                    default -> 120;
                });
    }
}
