package org.keyhopper.core.printer;

import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.DriverDescription;

/**
 * A printer driver that is installed.
 *
 * @param description what it says about itself
 * @param obstacle why it reaches no printer from this computer, if so
 */
public record InstalledDriver(DriverDescription description, Optional<Problem> obstacle) {
    public InstalledDriver {
        Objects.requireNonNull(description);
        Objects.requireNonNull(obstacle);
    }
}
