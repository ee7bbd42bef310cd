package org.keyhopper.core.internal.run;

import java.time.Clock;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.OutagePauses;
import org.keyhopper.core.internal.ceremony.CeremonyTools;
import org.keyhopper.core.request.Requests;

/**
 * What the station gives to a run.
 *
 * @param pauses between two attempts to reach a directory that is down
 */
public record RunServices(
        Requests requests,
        Directories directories,
        Devices devices,
        CeremonyTools ceremonies,
        RecipientReconciler reconciler,
        Clock clock,
        OutagePauses pauses) {

    /** Returns the lease of the run's request. */
    public Requests.Lease lease() {
        return ceremonies.lease();
    }
}
