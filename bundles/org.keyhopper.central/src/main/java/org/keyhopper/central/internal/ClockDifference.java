package org.keyhopper.central.internal;

import java.time.Duration;
import org.keyhopper.api.directory.EnrolmentOptions;

/**
 * By how much the clock of the database is ahead of the clock of this computer. Connectors know the latter; what is stored
 * goes by the former, since another instance may read it.
 */
record ClockDifference(Duration ahead) {

    EnrolmentOptions toDatabase(EnrolmentOptions options) {
        return options.expiring(options.expires().plus(ahead));
    }

    EnrolmentOptions toComputer(EnrolmentOptions options) {
        return options.expiring(options.expires().minus(ahead));
    }
}
