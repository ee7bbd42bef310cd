package org.keyhopper.printer.sdk.simulator;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.printer.sdk.protocol.FargoFamily;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.CardPlace;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.rehearsal.printer.MotionOutcome;

/** A card machine with the replies of a FARGO printer: an activity, and an error only during an exception. */
public final class FargoEmulator {

    private static final String THROW = "THROW";

    private final CardMachine machine;
    private final FargoModel model;
    private final NetworkReader reader = new NetworkReader();
    private int settling;
    private FutureTask<Motion> moving = PrinterEmulator.begin(() -> new Motion(MotionOutcome.DONE, true));

    public FargoEmulator(CardMachine machine, FargoModel model) {
        this.machine = machine;
        this.model = model;
        this.settling = model.settling();
    }

    public synchronized String answer(String line) {
        String[] words = line.split(" ");
        if (words[0].equals("ACTIVITY")) {
            return activity();
        }
        if (machine.has(MachineCondition.SWITCHED_OFF)) {
            return THROW;
        }
        return switch (words[0]) {
            case "ERROR" -> isStuck() ? error() : THROW;
            case "STATION" -> encoder(words[1]);
            case "SERIAL" -> machine.serial();
            case "MOVE" -> move(words[1]);
            case "READER" ->
                model.network() ? reader.answer(words[1], machine.cardInside().isPresent()) : "";
            default -> throw new IllegalArgumentException(line);
        };
    }

    /** Returns the reader of its encoder, if that is on the network. */
    public NetworkReader reader() {
        return reader;
    }

    private String activity() {
        if (machine.has(MachineCondition.SWITCHED_OFF)) {
            return model.hang() > 0 ? "HANG " + model.hang() + " Unknown" : "Unknown";
        }
        if (isStuck()) {
            return "Exception";
        }
        if (machine.has(MachineCondition.RESERVED)) {
            return "Printing";
        }
        if (!moving.isDone()) {
            return "CardFeeding";
        }
        if (settling > 0) {
            settling--;
            return "CardHandoff";
        }
        if (machine.cardInside().isPresent() && model.family() != FargoFamily.HDP) {
            boolean contact =
                    model.family() == FargoFamily.DTC && machine.cardInside().get() == CardPlace.CONTACT;
            return contact ? "EncodeContact" : "EncodeContactless";
        }
        return "Ready";
    }

    /** The last movement is blocked until its cause is removed. */
    private boolean isStuck() {
        if (machine.has(MachineCondition.COVER_OPEN) || machine.has(MachineCondition.JAMMED)) {
            return true;
        }
        return switch (ended()) {
            case HOPPER_EMPTY -> machine.isHopperEmpty();
            case OUTPUT_FULL -> machine.has(MachineCondition.OUTPUT_FULL);
            case REJECT_FULL -> machine.has(MachineCondition.REJECT_FULL);
            default -> false;
        };
    }

    private MotionOutcome ended() {
        return moving.isDone() ? moving.resultNow().outcome() : MotionOutcome.DONE;
    }

    private String error() {
        if (machine.has(MachineCondition.JAMMED)) {
            return "CardJam";
        }
        return ended() == MotionOutcome.HOPPER_EMPTY ? "CardFeed" : "Unmapped";
    }

    /** Only families that report cards at their encoders can be queried. */
    private String encoder(String encoder) {
        if (model.family() != FargoFamily.HDP) {
            return THROW;
        }
        boolean there = machine.cardInside()
                .filter(place -> place.name().equalsIgnoreCase(encoder))
                .isPresent();
        return there ? "CardPresent" : "NoCard";
    }

    private String move(String target) {
        settling = model.settling();
        moving = PrinterEmulator.begin(movement(target));
        return PrinterEmulator.isUntold(moving) ? PrinterEmulator.CRASH : "";
    }

    private Callable<Motion> movement(String target) {
        return switch (target) {
            case "Eject" -> machine::eject;
            case "Reject" -> machine::reject;
            default ->
                () -> {
                    reader.cardComes();
                    return machine.toEncoder(Encoder.valueOf(target.toUpperCase(Locale.ROOT)));
                };
        };
    }
}
