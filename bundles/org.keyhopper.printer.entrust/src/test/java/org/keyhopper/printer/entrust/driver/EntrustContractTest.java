package org.keyhopper.printer.entrust.driver;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.printer.entrust.simulator.BidiQuirk;
import org.keyhopper.printer.entrust.simulator.BidiServerProvider;
import org.keyhopper.rehearsal.printer.MachineControl;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.rehearsal.printer.SimulatedPrinter;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterFailureContract;
import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.SimulatorRig;

/** The driver contract, against the simulated printer. */
@Execution(ExecutionMode.CONCURRENT)
class EntrustContractTest {

    /** Quirks that are tested together, as some of them take time. */
    enum Kind {
        BUSY(BidiQuirk.PROCESSING_FIRST, BidiQuirk.ALWAYS_BUSY, BidiQuirk.CANCEL_ONLY),
        LATE(BidiQuirk.ENDS_LATE, BidiQuirk.CARD_TO_RETRIEVE, BidiQuirk.MESSAGE_OF_ANOTHER_JOB);

        private final ProtocolOptions options;

        Kind(BidiQuirk... quirks) {
            options = new ProtocolOptions(
                    0,
                    Encoder.CONTACTLESS,
                    Stream.of(quirks).map(BidiQuirk::word).collect(Collectors.toSet()));
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource
    class Cards extends PrinterDriverContract {

        @Parameter
        Kind kind;

        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return rigOf(build, kind.options);
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource
    class Failures extends PrinterFailureContract {

        @Parameter
        Kind kind;

        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return rigOf(build, kind.options);
        }
    }

    private static PrinterRig rigOf(PrinterRig.Build build, ProtocolOptions options) {
        SimulatedPrinter printer = SimulatedPrinter.open(
                new BidiServerProvider(),
                options,
                build != PrinterRig.Build.WITHOUT_REJECT_TRAY,
                build == PrinterRig.Build.SLOW);
        MachineControl control = printer.control();
        return new SimulatorRig(
                new EntrustDriver(),
                printer.address(),
                control::run,
                control::cardsAt,
                control::movements,
                printer::close);
    }
}
