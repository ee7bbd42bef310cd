package org.keyhopper.rehearsal.printer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scheduled faults, and the number of movements of each kind. Guarded by the machine. */
final class FaultPlan {

    private final List<MachineFault> faults = new ArrayList<>();
    private final Map<Motion.Kind, Integer> movements = new EnumMap<>(Motion.Kind.class);

    void add(MachineFault fault) {
        faults.add(fault);
    }

    /** Counts a movement, and returns its fault. */
    Optional<MachineFault.Effect> next(Motion.Kind kind) {
        int count = movements.merge(kind, 1, Integer::sum);
        Optional<MachineFault> due = faults.stream()
                .filter(fault -> fault.kind() == kind && fault.occurrence() == count)
                .findFirst();
        due.ifPresent(faults::remove);
        return due.map(MachineFault::effect);
    }

    int count(Motion.Kind kind) {
        return movements.getOrDefault(kind, 0);
    }
}
