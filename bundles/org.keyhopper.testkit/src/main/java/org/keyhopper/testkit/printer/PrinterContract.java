package org.keyhopper.testkit.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.transport.Deadline;

/** The common part of the contracts: a rig for each test, and printers that are closed after it. */
abstract class PrinterContract {

    private static final long TIMEOUT_SECONDS = 20;

    private final List<PrinterRig> rigs = new ArrayList<>();
    private final List<CardPrinter> printers = new ArrayList<>();

    /** Returns a new rig; called for every test. */
    protected abstract PrinterRig rig(PrinterRig.Build build);

    @AfterEach
    void closeEverything() {
        printers.forEach(CardPrinter::close);
        rigs.forEach(PrinterRig::close);
    }

    final PrinterRig completeRig(int cards) {
        return built(PrinterRig.Build.COMPLETE, cards);
    }

    final PrinterRig built(PrinterRig.Build build, int cards) {
        PrinterRig rig = rig(build);
        rigs.add(rig);
        for (int i = 0; i < cards; i++) {
            rig.trigger(PrinterEvent.CARD_LOADED);
        }
        return rig;
    }

    final CardPrinter open(PrinterRig rig) throws Exception {
        CardPrinter printer = rig.driver().open(rig.address(), soon());
        printers.add(printer);
        return printer;
    }

    final CardSession begin(PrinterRig rig) throws Exception {
        return open(rig).begin(rig.encoder(), soon());
    }

    final CardSession presented(PrinterRig rig) throws Exception {
        CardSession session = begin(rig);
        session.present(soon());
        return session;
    }

    /** Aborts a test that requires a reject tray if the driver reports that there is none. */
    static void assumeRejects(CardPrinter printer) {
        assumeTrue(printer.capabilities().rejectTray() != TriState.NO, "this printer has no reject tray");
    }

    static boolean reportsLocation(CardPrinter printer) {
        return printer.capabilities().reportsLocation() == TriState.YES;
    }

    static Deadline soon() {
        return Deadline.inSeconds(TIMEOUT_SECONDS);
    }

    static PrinterException fails(Executable call) {
        return assertThrows(PrinterException.class, call);
    }

    /** Requires that the operator has to act, and that neither recipient nor card failed. */
    static void assertOperatorNeeded(PrinterException failure) {
        Set<FailureKind> fitting = EnumSet.of(FailureKind.OPERATOR_NEEDED, FailureKind.PRINTER_FAULT);
        assertTrue(fitting.contains(failure.kind()), failure::toString);
    }

    static void assertKind(FailureKind kind, PrinterException failure) {
        assertEquals(kind, failure.kind(), failure::toString);
    }
}
