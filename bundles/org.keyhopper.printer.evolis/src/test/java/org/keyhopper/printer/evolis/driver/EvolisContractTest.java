package org.keyhopper.printer.evolis.driver;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.printer.evolis.simulator.EvolisQuirk;
import org.keyhopper.printer.evolis.simulator.EvolisRawServerProvider;
import org.keyhopper.printer.evolis.simulator.EvolisServiceServerProvider;
import org.keyhopper.rehearsal.printer.MachineControl;
import org.keyhopper.rehearsal.printer.ProtocolOptions;
import org.keyhopper.rehearsal.printer.ProtocolServerProvider;
import org.keyhopper.rehearsal.printer.SimulatedPrinter;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterFailureContract;
import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.SimulatorRig;

/** The driver contract, against the simulated printer: through the service and directly, with each quirk and with many. */
@Execution(ExecutionMode.CONCURRENT)
class EvolisContractTest {

    private static final Set<EvolisQuirk> OF_THE_SERVICE =
            EnumSet.complementOf(EnumSet.of(EvolisQuirk.ENCODING_FOR_EVER));

    private static final Set<EvolisQuirk> OF_THE_PRINTER = EnumSet.of(
            EvolisQuirk.HANGS_UP_AFTER_REPLY,
            EvolisQuirk.SEGMENTED_REPLIES,
            EvolisQuirk.TERSE,
            EvolisQuirk.NO_POSITION,
            EvolisQuirk.OLD_POSITION,
            EvolisQuirk.STALE_POSITION,
            EvolisQuirk.LATE_READER);

    /** How the printer is reached, and its quirks. */
    record Kind(ProtocolServerProvider protocol, Set<EvolisQuirk> quirks) {

        static Kind service(EvolisQuirk... quirks) {
            return new Kind(new EvolisServiceServerProvider(), Set.of(quirks));
        }

        static Kind raw(EvolisQuirk... quirks) {
            return new Kind(new EvolisRawServerProvider(), Set.of(quirks));
        }

        PrinterRig rig(PrinterRig.Build build) {
            Set<String> names = quirks.stream().map(EvolisQuirk::word).collect(Collectors.toSet());
            SimulatedPrinter printer = SimulatedPrinter.open(
                    protocol,
                    new ProtocolOptions(0, Encoder.CONTACTLESS, names),
                    build != PrinterRig.Build.WITHOUT_REJECT_TRAY,
                    build == PrinterRig.Build.SLOW);
            MachineControl control = printer.control();
            return new SimulatorRig(
                    new EvolisDriver(),
                    printer.address(),
                    control::run,
                    control::cardsAt,
                    control::movements,
                    printer::close);
        }

        @Override
        public String toString() {
            return protocol.name() + quirks;
        }
    }

    static List<Kind> kinds() {
        Stream<Kind> single = Stream.concat(
                OF_THE_SERVICE.stream().map(Kind::service),
                OF_THE_PRINTER.stream().map(Kind::raw));
        Stream<Kind> others = Stream.of(
                Kind.service(),
                Kind.service(
                        EvolisQuirk.HANGS_UP_AFTER_REPLY,
                        EvolisQuirk.SEGMENTED_REPLIES,
                        EvolisQuirk.LAGGING_STATE,
                        EvolisQuirk.BARE_NAMES,
                        EvolisQuirk.BUSY_WITH_CARD,
                        EvolisQuirk.STATUS_IN_BASE64,
                        EvolisQuirk.STATUS_OFF_AT_FIRST,
                        EvolisQuirk.STALE_POSITION),
                Kind.raw(),
                // As described in 2003.
                Kind.raw(EvolisQuirk.OLD_POSITION, EvolisQuirk.SEGMENTED_REPLIES, EvolisQuirk.TERSE),
                Kind.raw(EvolisQuirk.NO_POSITION, EvolisQuirk.TERSE));
        return Stream.concat(others, single).toList();
    }

    @Nested
    @ParameterizedClass
    @MethodSource("org.keyhopper.printer.evolis.driver.EvolisContractTest#kinds")
    class Cards extends PrinterDriverContract {

        @Parameter
        Kind kind;

        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return kind.rig(build);
        }
    }

    @Nested
    @ParameterizedClass
    @MethodSource("org.keyhopper.printer.evolis.driver.EvolisContractTest#kinds")
    class Failures extends PrinterFailureContract {

        @Parameter
        Kind kind;

        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return kind.rig(build);
        }
    }
}
