package org.keyhopper.core.ceremony;

import java.time.Duration;
import java.util.List;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;

/** Hears of a ceremony's progress, on the device's worker, one call at a time; returns quickly. */
public interface CeremonyFollower {

    /** The steps this ceremony will take, in order. */
    void planned(List<CeremonyStep> steps);

    void began(CeremonyStep step);

    /** The step ended well. The last step begun before the ceremony's end without this is the one that failed. */
    void done(CeremonyStep step, Duration took);

    /** A device was put back for this ceremony, or another in its place, and is now reached by this link. */
    void cameBack(LinkDescription link);

    /** The person missed something, such as a touch, and gets another chance: the problem says what. */
    default void missed(Problem problem) {
        // Who shows instructions shows the next one anyway.
    }

    void instructed(Instruction instruction);
}
