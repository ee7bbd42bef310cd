package org.keyhopper.core.internal.care;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunSnapshot;

/** Which devices runs have in hand. Any thread. */
public final class DevicesInUse {

    private final Set<Run> runs = ConcurrentHashMap.newKeySet();

    /** Looks after the devices of a run until it ends. */
    public void add(Run run) {
        runs.add(run);
        run.ended().whenComplete((tally, failure) -> runs.remove(run));
    }

    /** Returns whether a run has the device before it, to be provisioned or to be taken out. */
    boolean contains(LinkId device) {
        return runs.stream().anyMatch(run -> has(run.snapshot(), device));
    }

    /** Returns whether a ceremony is under way on the device. */
    boolean isWorkedOn(LinkId device) {
        return runs.stream()
                .map(Run::snapshot)
                .anyMatch(snapshot -> snapshot.phase() == RunPhase.WORKING && has(snapshot, device));
    }

    private static boolean has(RunSnapshot snapshot, LinkId device) {
        return snapshot.device()
                .filter(facts -> facts.link().id().equals(device))
                .isPresent();
    }
}
