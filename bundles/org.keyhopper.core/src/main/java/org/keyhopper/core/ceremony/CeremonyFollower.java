package org.keyhopper.core.ceremony;

import java.time.Duration;
import java.util.List;
import org.keyhopper.api.request.Instruction;

/** Hears of a ceremony's progress, on the device's worker; returns quickly. */
public interface CeremonyFollower {

    /** The steps this ceremony will take, in order. */
    void planned(List<CeremonyStep> steps);

    void began(CeremonyStep step);

    /** The step ended well. The last step begun before the ceremony's end without this is the one that failed. */
    void done(CeremonyStep step, Duration took);

    void instructed(Instruction instruction);
}
