package org.keyhopper.printer.matica.simulator;

import java.util.Set;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineCondition;

/** The state of the enabled quirks. */
final class XidQuirks {

    private static final int INITIALISING = 0x2DB00;
    private static final int POWER_INTERRUPTED = 0x2C300;
    private static final int TRY_AGAIN = 0x52400;
    private static final int MEDIUM_CHANGED = 0x62800;

    private final CardMachine machine;
    private final Set<XidQuirk> quirks;
    private boolean refused;
    private int notReady;
    private boolean interrupted;
    private String medium;

    XidQuirks(CardMachine machine, Set<XidQuirk> quirks) {
        this.machine = machine;
        this.quirks = Set.copyOf(quirks);
        this.medium = medium();
    }

    boolean has(XidQuirk quirk) {
        return quirks.contains(quirk);
    }

    synchronized void lostPower() {
        interrupted = has(XidQuirk.POWER_INTERRUPTED);
    }

    synchronized void initialised() {
        interrupted = false;
    }

    /** Returns the error word that replaces the reply to a readiness query, or 0. */
    synchronized int beforeReadiness() {
        if (interrupted) {
            return POWER_INTERRUPTED;
        }
        if (notReady > 0) {
            notReady--;
            return INITIALISING;
        }
        return change();
    }

    /** Returns the error word that refuses a movement, or 0. */
    synchronized int beforeMovement() {
        if (interrupted) {
            return POWER_INTERRUPTED;
        }
        refused = !refused;
        if (refused && has(XidQuirk.NOT_READY_FIRST)) {
            notReady = 2;
            return INITIALISING;
        }
        if (refused && has(XidQuirk.TRY_AGAIN)) {
            return TRY_AGAIN;
        }
        return change();
    }

    private int change() {
        String now = medium();
        boolean changed = has(XidQuirk.MEDIUM_CHANGED) && !now.equals(medium);
        medium = now;
        return changed ? MEDIUM_CHANGED : 0;
    }

    private String medium() {
        return machine.isHopperEmpty() + " " + machine.has(MachineCondition.COVER_OPEN);
    }
}
