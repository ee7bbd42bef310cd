package org.keyhopper.rehearsal.station;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.OneCardPrinter;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.MachineOptions;

/** Accesses a simulated machine directly, without a vendor protocol. */
final class MachinePrinter extends OneCardPrinter {

    private static final Map<MachineCondition, PrinterProblem> CONDITIONS = new EnumMap<>(Map.of(
            MachineCondition.COVER_OPEN, PrinterProblem.COVER_OPEN,
            MachineCondition.JAMMED, PrinterProblem.JAM,
            MachineCondition.OUTPUT_FULL, PrinterProblem.OUTPUT_FULL,
            MachineCondition.REJECT_FULL, PrinterProblem.REJECT_FULL,
            MachineCondition.BROKEN, PrinterProblem.HARDWARE,
            MachineCondition.SWITCHED_OFF, PrinterProblem.OFFLINE,
            MachineCondition.RESERVED, PrinterProblem.RESERVED));

    private final CardMachine machine;
    private final MachinePath path;

    MachinePrinter(CardMachine machine) {
        super(new PrinterIdentity("Keyhopper", "Rehearsal printer", machine.serial(), "1"), capabilities(machine));
        this.machine = machine;
        this.path = new MachinePath(machine);
    }

    @Override
    public PrinterStatus status(Deadline deadline) {
        Set<Problem> conditions = machine.troubles().stream()
                .map(trouble -> Problem.of(CONDITIONS.get(trouble), trouble.name()))
                .collect(Collectors.toSet());
        CardLocation card = path.locate(deadline);
        if (machine.isHopperEmpty() && card == CardLocation.HOPPER) {
            conditions.add(Problem.of(PrinterProblem.HOPPER_EMPTY));
        }
        Set<Recovery> recoveries =
                card == CardLocation.HOPPER ? Set.of() : Set.of(Recovery.REJECT_CARD, Recovery.EJECT_CARD);
        return PrinterStatus.of(state(conditions, card), card).with(conditions).withRecoveries(recoveries);
    }

    @Override
    public PrinterStatus recover(Recovery recovery, Deadline deadline) throws PrinterException, InterruptedException {
        switch (recovery) {
            case REJECT_CARD -> path.reject("", deadline);
            case EJECT_CARD -> path.eject(deadline);
            case CLEAR, RETRY -> {}
        }
        return status(deadline);
    }

    @Override
    protected CardPath reserve(Encoder encoder, Deadline deadline) throws PrinterException {
        if (machine.has(MachineCondition.RESERVED)) {
            throw PrinterException.of(PrinterProblem.RESERVED);
        }
        return path;
    }

    @Override
    protected void hangUp() {
        // There is no connection.
    }

    private PrinterStatus.State state(Set<Problem> conditions, CardLocation card) {
        if (machine.has(MachineCondition.SWITCHED_OFF)) {
            return PrinterStatus.State.OFFLINE;
        }
        if (machine.has(MachineCondition.BROKEN)) {
            return PrinterStatus.State.FAULT;
        }
        if (machine.isMoving() || machine.has(MachineCondition.RESERVED)) {
            return PrinterStatus.State.BUSY;
        }
        if (!conditions.isEmpty()) {
            return PrinterStatus.State.NEEDS_OPERATOR;
        }
        return card == CardLocation.HOPPER ? PrinterStatus.State.READY : PrinterStatus.State.ENCODING;
    }

    private static Capabilities capabilities(CardMachine machine) {
        Map<Encoder, Certainty> encoders =
                Map.of(Encoder.CONTACT, Certainty.REPORTED, Encoder.CONTACTLESS, Certainty.REPORTED);
        boolean rejects = machine.options().rejectTray() == MachineOptions.Tray.BUILT_IN;
        return new Capabilities(
                Capabilities.Feeding.BY_PRINTER,
                encoders,
                rejects ? TriState.YES : TriState.NO,
                TriState.YES,
                TriState.YES);
    }
}
