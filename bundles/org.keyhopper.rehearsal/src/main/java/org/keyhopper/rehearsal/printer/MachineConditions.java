package org.keyhopper.rehearsal.printer;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The current conditions of a machine. Guarded by the machine. */
final class MachineConditions {

    /** In order of precedence. */
    private static final Map<MachineCondition, MotionOutcome> OBSTACLES = Map.of(
            MachineCondition.SWITCHED_OFF, MotionOutcome.OFFLINE,
            MachineCondition.RESERVED, MotionOutcome.RESERVED,
            MachineCondition.BROKEN, MotionOutcome.HARDWARE,
            MachineCondition.JAMMED, MotionOutcome.JAM,
            MachineCondition.COVER_OPEN, MotionOutcome.COVER_OPEN);

    private final Set<MachineCondition> present = EnumSet.noneOf(MachineCondition.class);

    void add(MachineCondition trouble) {
        present.add(trouble);
    }

    void remove(MachineCondition trouble) {
        present.remove(trouble);
    }

    boolean contains(MachineCondition trouble) {
        return present.contains(trouble);
    }

    Set<MachineCondition> snapshot() {
        return Set.copyOf(present);
    }

    /** Returns why a movement cannot be started. */
    Optional<MotionOutcome> obstacle(Motion.Kind kind) {
        boolean stays = kind == Motion.Kind.ENGAGE || kind == Motion.Kind.RELEASE;
        return EnumSet.of(
                        MachineCondition.SWITCHED_OFF,
                        MachineCondition.RESERVED,
                        MachineCondition.BROKEN,
                        MachineCondition.JAMMED,
                        MachineCondition.COVER_OPEN)
                .stream()
                .filter(present::contains)
                .filter(trouble -> trouble != MachineCondition.COVER_OPEN || !stays)
                .map(OBSTACLES::get)
                .findFirst();
    }
}
