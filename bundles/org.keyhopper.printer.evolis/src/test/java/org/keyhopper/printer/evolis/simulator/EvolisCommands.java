package org.keyhopper.printer.evolis.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.CardPlace;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.rehearsal.printer.MotionOutcome;

/** The command language of an Evolis printer. One command at a time. */
final class EvolisCommands {

    private static final String OK = "OK";
    private static final String ERROR = "ERROR";
    private static final String UNKNOWN = "ERROR CDE";
    private static final String EMPTY_FEEDER = "0,00 Volts";
    private static final String CARDS = "5,00 Volts";
    private static final long LATE_MILLIS = 1000;

    private final CardMachine machine;
    private final Set<EvolisQuirk> quirks;
    private final EvolisStates states;
    private String last = OK;
    private boolean stale;

    /** Whether the host handles errors; reset when the printer is switched off. */
    private boolean errorsToHost;

    private volatile boolean statusOn;

    EvolisCommands(CardMachine machine, Set<EvolisQuirk> quirks, EvolisStates states) {
        this.states = states;
        this.machine = machine;
        this.quirks = quirks;
        this.statusOn = !quirks.contains(EvolisQuirk.STATUS_OFF_AT_FIRST);
    }

    /** Returns whether the printer sends its status with its replies. */
    boolean isStatusOn() {
        return statusOn;
    }

    /** Returns whether the host handles errors. Otherwise the printer keeps trying and sends nothing meanwhile. */
    synchronized boolean errorsToHost() {
        return errorsToHost;
    }

    /** Returns the reply to a command; empty if it is lost. */
    synchronized Optional<String> run(String command) {
        return switch (command) {
            case "Rtp" -> Optional.of("Rehearsal Primacy");
            case "Rsn" -> Optional.of(machine.serial());
            case "Rfv" -> Optional.of("1.0");
            case "Rlr" -> Optional.of(last);
            case "Rlr;p" -> Optional.of(position());
            case "Rse;f" -> Optional.of(machine.isHopperEmpty() ? EMPTY_FEEDER : CARDS);
            case "Rse;o" -> Optional.of(machine.has(MachineCondition.COVER_OPEN) ? "0,00 Volts" : "4,95 Volts");
            case "Pem;2" -> accepted(() -> errorsToHost = true);
            case "Pem;0" -> accepted(() -> errorsToHost = false);
            case "Pps;1" -> accepted(() -> statusOn = true);
            case "Scs" -> clear();
            case "Sis" -> arrive(Encoder.CONTACT);
            case "Sic" -> arrive(Encoder.CONTACTLESS);
            case "Se" -> replyTo(machine.eject());
            case "Ser" -> replyTo(machine.reject());
            default -> Optional.of(UNKNOWN);
        };
    }

    /** The printer was switched off: all settings are reset. */
    synchronized void powerLost() {
        errorsToHost = false;
        statusOn = !quirks.contains(EvolisQuirk.STATUS_OFF_AT_FIRST);
    }

    private Optional<String> accepted(Runnable setting) {
        setting.run();
        return Optional.of(OK);
    }

    /** With a card inside after encoding, a Primacy 2 rejects it. */
    private Optional<String> clear() {
        return machine.cardInside().isPresent() ? replyTo(machine.reject()) : Optional.of(last = OK);
    }

    private String position() {
        if (quirks.contains(EvolisQuirk.NO_POSITION)) {
            return UNKNOWN;
        }
        if (stale) {
            stale = false;
            return OK;
        }
        Optional<CardPlace> inside = states.cardInside();
        if (quirks.contains(EvolisQuirk.OLD_POSITION)) {
            return inside.isPresent() ? "ERR CARD" : "NO CARD";
        }
        return inside.map(place -> switch (place) {
                    case CONTACT -> "SMART CARD";
                    case CONTACTLESS -> "CONTACTLESS CARD";
                    default -> "CARD";
                })
                .orElse(OK);
    }

    private Optional<String> arrive(Encoder encoder) {
        Motion arrival = machine.toEncoder(encoder);
        if (!arrival.isDone()) {
            return replyTo(arrival);
        }
        if (quirks.contains(EvolisQuirk.LATE_READER)) {
            Thread.ofPlatform().daemon().name("late reader").start(this::engageLate);
            return replyTo(arrival);
        }
        Motion engaged = machine.engage();
        return replyTo(new Motion(engaged.outcome(), arrival.told() && engaged.told()));
    }

    private void engageLate() {
        try {
            Thread.sleep(LATE_MILLIS);
            synchronized (this) {
                if (machine.cardInside().isPresent()) {
                    machine.engage();
                }
            }
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private Optional<String> replyTo(Motion motion) {
        last = reply(motion.outcome());
        stale = quirks.contains(EvolisQuirk.STALE_POSITION) && last.equals(OK);
        return motion.told() && motion.outcome() != MotionOutcome.OFFLINE ? Optional.of(last) : Optional.empty();
    }

    private String reply(MotionOutcome outcome) {
        return switch (outcome) {
            case DONE, NO_CARD -> OK;
            case HOPPER_EMPTY -> "FEEDER EMPTY";
            default -> quirks.contains(EvolisQuirk.TERSE) ? ERROR : words(outcome);
        };
    }

    private static String words(MotionOutcome outcome) {
        return switch (outcome) {
            case COVER_OPEN -> "COVER OPEN";
            case OUTPUT_FULL -> "HOPPER FULL";
            case JAM -> "CARD JAM";
            case FEED_FAILED -> "ERROR HOPPER";
            case NO_ENCODER, NO_REJECT_TRAY -> "OPT NOT AVAILABLE";
            default -> ERROR;
        };
    }
}
