package org.keyhopper.printer.evolis.simulator;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.CardPlace;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.MachineOptions;

/** The service's view of a printer: the supervised state, which may be late, and the status words. */
final class EvolisStates {

    private static final long LAG_NANOS = Duration.ofSeconds(2).toNanos();

    /** A Primacy with feeder, supervised by the service. */
    private static final int CONFIGURATION = 0x80002000;

    private static final int SUPERVISED = 0x00400000;
    private static final int WORDS = 8;
    private static final int OTHER_SESSION = 32005;

    private final CardMachine machine;
    private final Set<EvolisQuirk> quirks;
    private final Deque<Seen> seen = new ArrayDeque<>();

    /** The encoder at which a card was first seen. */
    private CardPlace encoding;

    private record Seen(String state, long nanos) {}

    EvolisStates(CardMachine machine, Set<EvolisQuirk> quirks) {
        this.machine = machine;
        this.quirks = quirks;
    }

    /** Returns the state, as {@code MAJOR,MINOR}. */
    synchronized String state() {
        notice();
        if (!quirks.contains(EvolisQuirk.LAGGING_STATE)) {
            return seen.getLast().state();
        }
        long then = System.nanoTime() - LAG_NANOS;
        while (seen.size() > 1 && second().nanos() <= then) {
            seen.removeFirst();
        }
        return seen.getFirst().state();
    }

    /** Records the current state, for queries that return it late. */
    synchronized void notice() {
        String now = now();
        if (seen.isEmpty() || !seen.getLast().state().equals(now)) {
            seen.addLast(new Seen(now, System.nanoTime()));
        }
        if (!quirks.contains(EvolisQuirk.LAGGING_STATE)) {
            while (seen.size() > 1) {
                seen.removeFirst();
            }
        }
    }

    private Seen second() {
        return seen.stream().skip(1).findFirst().orElseThrow();
    }

    private String now() {
        if (quirks.contains(EvolisQuirk.STATUS_DISABLED)) {
            return "OFF,PRINTER_STATUS_DISABLED";
        }
        String state = machine.troubles().stream()
                .map(this::state)
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElseGet(this::stateWithoutTrouble);
        return quirks.contains(EvolisQuirk.BARE_NAMES) ? state.replaceAll(",(DEF|ERR|INF)_", ",") : state;
    }

    private String stateWithoutTrouble() {
        if (cardInside().isPresent()) {
            return quirks.contains(EvolisQuirk.BUSY_WITH_CARD) ? "WARNING,BUSY" : "READY,INF_ENCODING_RUNNING";
        }
        if (machine.isHopperEmpty()) {
            return major() + ",FEEDER_EMPTY";
        }
        return quirks.contains(EvolisQuirk.SLEEP_MODE) ? "READY,INF_SLEEP_MODE" : "READY,PRINTER_READY";
    }

    private String state(MachineCondition trouble) {
        return switch (trouble) {
            case COVER_OPEN -> major() + ",DEF_COVER_OPEN";
            case OUTPUT_FULL -> major() + ",DEF_HOPPER_FULL";
            // Errors of a cycle are reported only during printing.
            case JAMMED, BROKEN -> quirks.contains(EvolisQuirk.PRINTING) ? "ERROR,ERR_MECHANICAL" : "";
            case REJECT_FULL -> quirks.contains(EvolisQuirk.PRINTING) ? "ERROR,ERR_REJECT_BOX_FULL" : "";
            case SWITCHED_OFF -> "OFF,PRINTER_OFFLINE";
            case RESERVED -> "";
        };
    }

    private String major() {
        return quirks.contains(EvolisQuirk.PRINTING) ? "ERROR" : "WARNING";
    }

    /** Returns the result of {@code CMD.GetStatus}. */
    String words() {
        int[] words = new int[WORDS];
        words[0] = configuration();
        words[1] = SUPERVISED | position();
        words[2] = machine.isHopperEmpty() ? 0x01000000 : 0;
        for (MachineCondition trouble : machine.troubles()) {
            switch (trouble) {
                case COVER_OPEN -> words[2] |= 0x00020000;
                case OUTPUT_FULL -> words[2] |= 0x00100000;
                case REJECT_FULL -> words[2] |= 0x08000000;
                case JAMMED -> words[3] |= 0x01000000;
                case BROKEN -> words[3] |= 1;
                case SWITCHED_OFF, RESERVED -> {}
            }
        }
        StringBuilder text = new StringBuilder();
        IntStream.of(words).forEach(word -> text.append(String.format(Locale.ROOT, "%08X", word)));
        int session = machine.has(MachineCondition.RESERVED) ? OTHER_SESSION : 1;
        return quirks.contains(EvolisQuirk.STATUS_IN_BASE64) ? base64(words, session) : text + ":" + session;
    }

    private static String base64(int[] words, int session) {
        ByteBuffer bytes = ByteBuffer.allocate(WORDS * Integer.BYTES + Short.BYTES);
        IntStream.of(words).forEach(bytes::putInt);
        bytes.putShort((short) session);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private int configuration() {
        MachineOptions built = machine.options();
        return CONFIGURATION
                | (built.encoders().containsKey(Encoder.CONTACT) ? 0x00040000 : 0)
                | (built.encoders().containsKey(Encoder.CONTACTLESS) ? 0x00080000 : 0)
                | (quirks.contains(EvolisQuirk.ETHERNET) ? 0x00400000 : 0)
                | (built.rejectTray() == MachineOptions.Tray.BUILT_IN ? 0x20 : 0);
    }

    /** Returns where the printer believes a card to be. */
    synchronized Optional<CardPlace> cardInside() {
        Optional<CardPlace> inside = machine.cardInside();
        if (quirks.contains(EvolisQuirk.ENCODING_FOR_EVER)) {
            inside.filter(place -> place == CardPlace.CONTACT || place == CardPlace.CONTACTLESS)
                    .ifPresent(place -> encoding = place);
            return Optional.ofNullable(encoding).or(() -> inside);
        }
        return inside;
    }

    private int position() {
        return cardInside().map(EvolisStates::bit).orElse(0);
    }

    private static int bit(CardPlace place) {
        return switch (place) {
            case CONTACT -> 0x04000000;
            case CONTACTLESS -> 0x08000000;
            default -> 0x02000000;
        };
    }
}
