package org.keyhopper.rehearsal.printer;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The troubles a machine is in. Guarded by its machine. */
final class Troubles {

    /** In the order in which they are noticed. */
    private static final Map<MachineTrouble, Outcome> OBSTACLES = Map.of(
            MachineTrouble.SWITCHED_OFF, Outcome.OFFLINE,
            MachineTrouble.RESERVED, Outcome.RESERVED,
            MachineTrouble.BROKEN, Outcome.HARDWARE,
            MachineTrouble.JAMMED, Outcome.JAM,
            MachineTrouble.COVER_OPEN, Outcome.COVER_OPEN);

    private final Set<MachineTrouble> present = EnumSet.noneOf(MachineTrouble.class);

    void add(MachineTrouble trouble) {
        present.add(trouble);
    }

    void remove(MachineTrouble trouble) {
        present.remove(trouble);
    }

    boolean contains(MachineTrouble trouble) {
        return present.contains(trouble);
    }

    Set<MachineTrouble> snapshot() {
        return Set.copyOf(present);
    }

    /** Returns why a movement cannot be begun. */
    Optional<Outcome> obstacle(Motion.Kind kind) {
        boolean stays = kind == Motion.Kind.ENGAGE || kind == Motion.Kind.RELEASE;
        return EnumSet.of(
                        MachineTrouble.SWITCHED_OFF,
                        MachineTrouble.RESERVED,
                        MachineTrouble.BROKEN,
                        MachineTrouble.JAMMED,
                        MachineTrouble.COVER_OPEN)
                .stream()
                .filter(present::contains)
                .filter(trouble -> trouble != MachineTrouble.COVER_OPEN || !stays)
                .map(OBSTACLES::get)
                .findFirst();
    }
}
