package org.keyhopper.core.ceremony;

import java.time.Duration;
import java.util.List;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;

/** Listens to a ceremony's progress, on the device's worker, one call at a time; returns at once. */
public interface CeremonyListener {

    /** The steps that this ceremony will perform, in order. */
    void planned(List<CeremonyStep> steps);

    void began(CeremonyStep step);

    /** The step succeeded. A step without this call, begun last, is the one that failed. */
    void done(CeremonyStep step, Duration took);

    /** A device was reinserted for this ceremony, or another in its place, under this link. */
    void reinserted(LinkDescription link);

    /** The operator missed something, such as a touch, and gets another attempt. */
    default void missed(Problem problem) {
        // The next instruction says what to do.
    }

    /** Warns, before anything is changed, that the directory may refuse the credential for this reason. */
    default void warned(Problem problem) {
        // The ceremony continues.
    }

    void instructed(Instruction instruction);
}
