package org.keyhopper.printer.sdk.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.simulator.ZebraModel;
import org.keyhopper.printer.sdk.status.JobReport;
import org.keyhopper.printer.sdk.status.ZebraStatus;
import org.keyhopper.testkit.printer.PrinterEvent;
import org.keyhopper.testkit.printer.PrinterRig;

class ZebraDriverTest {

    @TempDir
    Path folder;

    @Test
    void identityIsReported() throws Exception {
        try (PrinterRig rig = SdkRig.zebra(PrinterRig.Build.COMPLETE, FakeSdk.zebra(folder), ZebraModel.plain());
                CardPrinter printer = rig.driver().open(rig.address(), Deadline.inSeconds(20))) {
            assertEquals("ZC350", printer.identity().model());
            assertEquals("D3J194300001", printer.identity().serial());
            assertEquals("", printer.identity().firmware());
            assertEquals(Certainty.REPORTED, printer.capabilities().encoders().get(Encoder.CONTACT));
        }
    }

    @Test
    void discoveryReturnsPrintersOfTheSdk() throws Exception {
        ZebraDriver driver = new ZebraDriver(FakeSdk.searchLike(SdkVendors.ZEBRA, List.of(FakeSdk.zebra(folder))));
        assertTrue(driver.obstacle().isEmpty());
        assertEquals(
                List.of("usb#vid_0a5f&pid_00a7#1"),
                driver.discover(Deadline.inSeconds(20)).stream()
                        .map(found -> found.address().location())
                        .toList());
    }

    @Test
    void missingSdkIsReported() throws Exception {
        ZebraDriver driver = new ZebraDriver(FakeSdk.searchLike(SdkVendors.ZEBRA, List.of(folder)));
        assertTrue(driver.discover(Deadline.inSeconds(5)).isEmpty());
        assertTrue(driver.obstacle().orElseThrow().is(PrinterProblem.SOFTWARE_MISSING));
        PrinterException failure = assertThrows(
                PrinterException.class,
                () -> driver.open(PrinterAddress.of("zebra", "10.0.0.1"), Deadline.inSeconds(5)));
        assertEquals(FailureKind.PRINTER_FAULT, failure.kind());
        assertTrue(failure.problem().is(PrinterProblem.SOFTWARE_MISSING));
    }

    @Test
    void rejectTrayIsDerivedFromDestinationsUnlessConfigured() throws Exception {
        Path kit = FakeSdk.zebra(folder);
        assertEquals(TriState.YES, rejectTray(SdkRig.zebra(PrinterRig.Build.COMPLETE, kit, ZebraModel.plain())));
        assertEquals(
                TriState.NO, rejectTray(SdkRig.zebra(PrinterRig.Build.WITHOUT_REJECT_TRAY, kit, ZebraModel.plain())));
    }

    @Test
    void errorWhileEjectingIsReportedAtOnce() throws Exception {
        ZebraModel model = ZebraModel.with(ZebraModel.Quirk.JAM_IS_AN_ERROR);
        try (PrinterRig rig = SdkRig.zebra(PrinterRig.Build.COMPLETE, FakeSdk.zebra(folder), model);
                CardPrinter printer = rig.driver().open(rig.address(), Deadline.inSeconds(20))) {
            rig.trigger(PrinterEvent.CARD_LOADED);
            try (CardSession session = printer.begin(rig.encoder(), Deadline.inSeconds(20))) {
                session.present(Deadline.inSeconds(20));
                rig.trigger(PrinterEvent.EJECT_WILL_JAM);
                Deadline deadline = Deadline.inSeconds(60);
                PrinterException failure = assertThrows(PrinterException.class, () -> session.eject(deadline));
                assertTrue(failure.problem().is(PrinterProblem.JAM), failure::toString);
                assertFalse(deadline.hasPassed());
            }
        }
    }

    @Test
    void jobContinuesAfterAnAlarm() throws Exception {
        try (PrinterRig rig = SdkRig.zebra(PrinterRig.Build.COMPLETE, FakeSdk.zebra(folder), ZebraModel.plain());
                CardPrinter printer = rig.driver().open(rig.address(), Deadline.inSeconds(20));
                CardSession session = printer.begin(rig.encoder(), Deadline.inSeconds(20))) {
            PrinterException failure =
                    assertThrows(PrinterException.class, () -> session.present(Deadline.inSeconds(20)));
            assertTrue(failure.problem().is(PrinterProblem.HOPPER_EMPTY), failure::toString);
            assertEquals(
                    PrinterStatus.State.BUSY,
                    printer.status(Deadline.inSeconds(5)).state());
            rig.trigger(PrinterEvent.CARD_LOADED);
            session.present(Deadline.inSeconds(20));
            assertEquals(1, rig.cardsAt(CardLocation.at(rig.encoder())));
        }
    }

    @Test
    void jobWaitingForCardsIsCancelledWithItsSession() throws Exception {
        try (PrinterRig rig = SdkRig.zebra(PrinterRig.Build.COMPLETE, FakeSdk.zebra(folder), ZebraModel.plain());
                CardPrinter printer = rig.driver().open(rig.address(), Deadline.inSeconds(20))) {
            try (CardSession session = printer.begin(rig.encoder(), Deadline.inSeconds(20))) {
                assertThrows(PrinterException.class, () -> session.present(Deadline.inSeconds(20)));
            }
            rig.trigger(PrinterEvent.CARD_LOADED);
            assertEquals(
                    PrinterStatus.State.READY,
                    printer.status(Deadline.inSeconds(5)).state());
            assertEquals(1, rig.cardsAt(CardLocation.HOPPER));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "done_ok, '', 0, 0, DONE",
        "cleaning_up, '', 0, 0, DONE",
        "done_error, '', 0, 7032, FAILED",
        "cancelled_by_error, '', 0, 7032, CANCELLED",
        "cancelled_by_user, '', 0, 13006, CANCELLED",
        "in_progress, feeding, 4016, 0, ALARM",
        "alarm_handling, '', 4001, 0, ALARM",
        "in_progress, '', 4016, 7032, ALARM",
        "in_progress, smart_encode, 0, 7018, ERROR",
        "in_progress, card_feeding, 0, 0, FEEDING",
        "parsed, '', 0, 0, WORKING",
        "receive_ok, '', 0, 0, WORKING"
    })
    void jobStateIsDerivedInTheOrderOfTheSamples(
            String print, String position, int alarm, int error, JobReport.State state) {
        assertEquals(state, new JobReport(print, position, false, alarm, error, "").state());
    }

    @ParameterizedTest
    @CsvSource({
        "4001, HOPPER_EMPTY, OPERATOR_NEEDED",
        "4016, HOPPER_EMPTY, OPERATOR_NEEDED",
        "4003, JAM, OPERATOR_NEEDED",
        "7018, CONTACT_FAILED, CARD_FAILED",
        "7028, COVER_OPEN, OPERATOR_NEEDED",
        "7034, REJECT_FULL, OPERATOR_NEEDED",
        "7044, HARDWARE, PRINTER_FAULT",
        "11008, CONTACT_FAILED, CARD_FAILED",
        "13006, OTHER, OPERATOR_NEEDED",
        "17003, BUSY, BUSY",
        "65013, HARDWARE, PRINTER_FAULT",
        "7777, OTHER, PRINTER_FAULT"
    })
    void errorNumbersAreMapped(int number, PrinterProblem problem, FailureKind trouble) {
        PrinterException failure = ZebraStatus.error(number, "");
        assertTrue(failure.problem().is(problem), failure::toString);
        assertEquals(trouble, failure.kind());
    }

    @Test
    void anyAlarmNeedsTheOperator() {
        assertEquals(
                FailureKind.OPERATOR_NEEDED, ZebraStatus.alarm(7777, "WIDGET").kind());
        assertEquals(FailureKind.OPERATOR_NEEDED, ZebraStatus.alarm(7018, "").kind());
        assertEquals(FailureKind.BUSY, ZebraStatus.alarm(17003, "").kind());
        assertEquals(PrinterProblem.OTHER, ZebraStatus.problem(7777, "WIDGET"));
    }

    private static TriState rejectTray(PrinterRig rig) throws Exception {
        try (rig;
                CardPrinter printer = rig.driver().open(rig.address(), Deadline.inSeconds(20))) {
            return printer.capabilities().rejectTray();
        }
    }
}
