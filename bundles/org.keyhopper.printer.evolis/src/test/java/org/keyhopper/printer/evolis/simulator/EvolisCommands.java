package org.keyhopper.printer.evolis.simulator;

import java.util.Optional;
import org.keyhopper.api.printer.Station;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.rehearsal.printer.Outcome;

/**
 * The command language of an Evolis printer. Which words follow {@code ERR} is not public: after a failed movement this
 * machine says only that.
 */
final class EvolisCommands {

    private static final String OK = "OK";
    private static final String ERROR = "ERR";
    private static final String UNKNOWN = "ERROR CDE";

    private final CardMachine machine;
    private String last = OK;

    EvolisCommands(CardMachine machine) {
        this.machine = machine;
    }

    /** Returns the reply to a command; empty when it is lost. */
    synchronized Optional<String> run(String command) {
        return switch (command) {
            case "Rtp" -> Optional.of("Rehearsal Primacy");
            case "Rsn" -> Optional.of(machine.serial());
            case "Rfv" -> Optional.of("1.0");
            case "Rlr" -> Optional.of(last);
            case "Rlr;p" -> Optional.of(machine.cardInside().isPresent() ? "ERR CARD" : "NO CARD");
            case "Pem;2", "Pem;0" -> Optional.of(OK);
            case "Scs" -> Optional.of(last = OK);
            case "Sis" -> arrive(Station.CONTACT);
            case "Sic" -> arrive(Station.CONTACTLESS);
            case "Se" -> told(machine.eject());
            case "Ser" -> told(machine.reject());
            default -> Optional.of(last = UNKNOWN);
        };
    }

    private Optional<String> arrive(Station station) {
        Motion arrival = machine.toStation(station);
        if (!arrival.isDone()) {
            return told(arrival);
        }
        Motion engaged = machine.engage();
        return told(new Motion(engaged.outcome(), arrival.told() && engaged.told()));
    }

    private Optional<String> told(Motion motion) {
        last = switch (motion.outcome()) {
            case DONE -> OK;
            case HOPPER_EMPTY -> "FEEDER EMPTY";
            default -> ERROR;
        };
        return motion.told() && motion.outcome() != Outcome.OFFLINE ? Optional.of(last) : Optional.empty();
    }
}
