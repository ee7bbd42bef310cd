package org.keyhopper.printer.sdk.simulator;

import java.util.ArrayList;
import java.util.List;

/** The reader of an encoder on the network, which shows a card only to the computer that has opened a session. */
public final class NetworkReader {

    private static final int DROPPED_EVERY = 3;
    private static final String REFUSED = "THROW";

    private final List<String> commands = new ArrayList<>();
    private boolean open;
    private boolean occupied;
    private int cards;

    /** Another computer opens a session, or ends it. */
    public synchronized void occupy(boolean by) {
        occupied = by;
    }

    /** Returns the sessions that were opened and ended: OPEN or END each. */
    public synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    synchronized void cardComes() {
        cards++;
        if (cards % DROPPED_EVERY == 0) {
            open = false;
        }
    }

    synchronized String answer(String command, boolean card) {
        return switch (command) {
            case "NAME" -> "HID OMNIKEY 5127 LAN 0";
            case "CARD" -> open && card ? "yes" : "no";
            case "OPEN" -> open();
            case "END" -> end();
            default -> throw new IllegalArgumentException(command);
        };
    }

    private String open() {
        if (open || occupied) {
            return REFUSED;
        }
        open = true;
        commands.add("OPEN");
        return "";
    }

    private String end() {
        if (!open) {
            return REFUSED;
        }
        open = false;
        commands.add("END");
        return "";
    }
}
