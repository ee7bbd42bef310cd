package org.keyhopper.printer.sdk.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Disposal;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.simulator.FargoEmulator;
import org.keyhopper.printer.sdk.simulator.FargoModel;
import org.keyhopper.printer.sdk.simulator.PrinterEmulator;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.CardPlace;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.MachineFault;
import org.keyhopper.rehearsal.printer.MachineOptions;
import org.keyhopper.rehearsal.printer.Motion;

/** Causes of failures, options, and SDKs without a reject encoder or with blocking calls, beyond the contract. */
class FargoDriverTest {

    @TempDir
    Path kit;

    private final CardMachine machine = new CardMachine(MachineOptions.quick());
    private PrinterEmulator stage;
    private CardPrinter printer;

    @BeforeEach
    void install() {
        FakeSdk.fargo(kit);
    }

    @AfterEach
    void close() throws IOException {
        if (printer != null) {
            printer.close();
        }
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void emptyHopperIsAFeedErrorWithDetail() throws Exception {
        open(FargoModel.DTC, Map.of());
        try (CardSession session = printer.begin(Encoder.CONTACT, soon())) {
            PrinterException failure = assertThrows(PrinterException.class, () -> session.present(soon()));
            assertEquals(FailureKind.OPERATOR_NEEDED, failure.kind());
            assertTrue(failure.problem().is(PrinterProblem.FEED_FAILED), failure::toString);
            assertEquals(CardLocation.HOPPER, session.location());
        }
    }

    @Test
    void rejectedCardGoesToTheOutputTrayByDefault() throws Exception {
        open(FargoModel.HDP, Map.of());
        machine.load("plain", 1);
        try (CardSession session = printer.begin(Encoder.CONTACTLESS, soon())) {
            session.present(soon());
            assertEquals(Disposal.OUTPUT_TRAY, session.reject("dead", soon()));
        }
    }

    @Test
    void rejectTrayIsUsedOnlyIfConfigured() throws Exception {
        open(FargoModel.HDP.withReject(), Map.of("reject", "yes"));
        machine.load("plain", 1);
        assertEquals(TriState.YES, printer.capabilities().rejectTray());
        try (CardSession session = printer.begin(Encoder.CONTACTLESS, soon())) {
            session.present(soon());
            assertEquals(Disposal.REJECT_TRAY, session.reject("dead", soon()));
        }
        assertEquals(List.of(CardPlace.REJECT), List.copyOf(machine.places().values()));
    }

    @Test
    void missingRejectTrayIsRefusedBeforeFeeding() {
        FakeSdk.fargoWithoutReject(kit);
        PrinterException failure =
                assertThrows(PrinterException.class, () -> open(FargoModel.HDP, Map.of("reject", "yes")));
        assertTrue(failure.problem().is(PrinterProblem.BAD_OPTION), failure::toString);
    }

    @Test
    void otherQueueNamesRequireTheFamily() throws Exception {
        FargoModel renamed = FargoModel.DTC.named("Front desk ");
        PrinterException failure = assertThrows(PrinterException.class, () -> open(renamed, Map.of()));
        assertTrue(failure.problem().is(PrinterProblem.BAD_OPTION), failure::toString);
        stage.close();
        open(renamed, Map.of("family", "dtc"));
        machine.load("plain", 1);
        try (CardSession session = printer.begin(Encoder.CONTACT, soon())) {
            session.present(soon());
            assertEquals(CardLocation.CONTACT, session.location());
            session.eject(soon());
        }
    }

    @Test
    void leftoverCardIsReportedIfTheFamilySupportsIt() throws Exception {
        open(FargoModel.HDP, Map.of());
        machine.load("plain", 1);
        machine.toEncoder(Encoder.CONTACT);
        assertEquals(CardLocation.CONTACT, printer.status(soon()).card());
        PrinterException failure = assertThrows(PrinterException.class, () -> printer.begin(Encoder.CONTACT, soon()));
        assertTrue(failure.problem().is(PrinterProblem.CARD_INSIDE), failure::toString);
    }

    @Test
    void hangingCallTimesOutAndThePrinterRemainsUsable() throws Exception {
        open(FargoModel.DTC.hanging(), Map.of());
        machine.load("plain", 1);
        machine.begin(MachineCondition.SWITCHED_OFF);
        assertEquals(
                PrinterStatus.State.OFFLINE,
                printer.status(Deadline.inSeconds(1)).state());
        machine.end(MachineCondition.SWITCHED_OFF);
        try (CardSession session = printer.begin(Encoder.CONTACT, soon())) {
            session.present(soon());
            session.eject(soon());
        }
        assertEquals(List.of(CardPlace.OUTPUT), List.copyOf(machine.places().values()));
    }

    @Test
    void switchedOffPrinterIsOffline() {
        machine.begin(MachineCondition.SWITCHED_OFF);
        PrinterException failure = assertThrows(PrinterException.class, () -> open(FargoModel.HDP, Map.of()));
        assertTrue(failure.problem().is(PrinterProblem.OFFLINE), failure::toString);
        assertEquals(FailureKind.OPERATOR_NEEDED, failure.kind());
    }

    @Test
    void crashDuringAMovementLeavesThePositionUnknown() throws Exception {
        open(FargoModel.DTC, Map.of());
        machine.load("plain", 2);
        machine.plan(new MachineFault(MachineFault.Effect.LOSE_REPLY, Motion.Kind.FEED, 1));
        try (CardSession session = printer.begin(Encoder.CONTACT, soon())) {
            PrinterException failure = assertThrows(PrinterException.class, () -> session.present(soon()));
            assertEquals(FailureKind.OUTCOME_UNKNOWN, failure.kind());
            assertEquals(CardLocation.UNKNOWN, session.location());
            assertEquals(CardLocation.CONTACT, session.locate(soon()));
            session.eject(soon());
        }
        assertEquals(
                List.of(CardPlace.OUTPUT, CardPlace.HOPPER),
                List.copyOf(machine.places().values()));
    }

    private void open(FargoModel model, Map<String, String> options) throws Exception {
        stage = new PrinterEmulator(new FargoEmulator(machine, model)::answer);
        FargoDriver driver = new FargoDriver(FakeSdk.searchLike(SdkVendors.FARGO, List.of(kit)), SdkRig.SETTLE);
        printer = driver.open(new PrinterAddress("fargo", model.queue() + stage.port(), new Settings(options)), soon());
    }

    private static Deadline soon() {
        return Deadline.inSeconds(20);
    }
}
