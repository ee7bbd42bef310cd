package org.keyhopper.printer.evolis.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.evolis.printer.EvolisPrinter;
import org.keyhopper.printer.evolis.protocol.EvolisOptions;
import org.keyhopper.printer.evolis.protocol.ScriptedService;

class EvolisSessionTest {

    private static final String EMPTY = "OK";
    private static final String WORDS = "800C2020";

    private final ScriptedService service = new ScriptedService();
    private final EvolisSession session = new EvolisSession(service.link(), EvolisOptions.RejectBox.OUTPUT);

    @ParameterizedTest
    @CsvSource({
        "FEEDER EMPTY, HOPPER_EMPTY, OPERATOR_NEEDED",
        "HOPPER FULL, OUTPUT_FULL, OPERATOR_NEEDED",
        "HOPPER DOOR, COVER_OPEN, OPERATOR_NEEDED",
        "COVER OPEN, COVER_OPEN, OPERATOR_NEEDED",
        "NEED CLEANING, CLEANING_DUE, OPERATOR_NEEDED",
        "ERR NEED CLEANING, CLEANING_DUE, OPERATOR_NEEDED",
        "CARD JAM, JAM, OPERATOR_NEEDED",
        "ERROR HEAD, HARDWARE, PRINTER_FAULT",
        "ERROR RIBBON, SUPPLIES, OPERATOR_NEEDED",
        "ERR RIB DETECTION, SUPPLIES, OPERATOR_NEEDED",
        "OPT NOT AVAILABLE, COMMAND_REFUSED, PRINTER_FAULT",
        "ERROR CDE, COMMAND_REFUSED, PRINTER_FAULT",
        "ERROR PARAMETRES, COMMAND_REFUSED, PRINTER_FAULT",
        "ERROR TIME OUT, MOVE_UNCONFIRMED, OUTCOME_UNKNOWN",
        "ERROR UNKNOW, MOVE_UNCONFIRMED, OUTCOME_UNKNOWN",
        "ERROR MAG DATA, CONTACT_FAILED, CARD_FAILED"
    })
    void errorRepliesAreMapped(String reply, PrinterProblem problem, FailureKind kind) {
        service.result("Sic", reply);
        PrinterException failure = fails();
        assertEquals(problem, failure.problem().code());
        assertEquals(kind, failure.kind());
    }

    @Test
    void unspecificErrorIsExplainedByTheStatusWords() {
        service.result("Sic", "ERROR").forget("CMD.GetStatus");
        service.result("CMD.GetStatus", WORDS + "00000000" + "00020000" + "0".repeat(40) + ":1");
        assertEquals(PrinterProblem.COVER_OPEN, fails().problem().code());
    }

    @Test
    void unspecificErrorIsExplainedByALateState() {
        service.result("Sic", "ERROR").forget("SUPERVISION.GetState");
        service.result("SUPERVISION.GetState", "READY,PRINTER_READY")
                .result("SUPERVISION.GetState", "READY,PRINTER_READY")
                .result("SUPERVISION.GetState", "WARNING,PRINTER_LOCKED");
        assertEquals(PrinterProblem.LOCKED, fails().problem().code());
    }

    @Test
    void unrelatedConditionIsNotTheCause() {
        service.result("Se", "ERROR").forget("CMD.GetStatus");
        service.result("CMD.GetStatus", WORDS + "08000000" + "09000000" + "0".repeat(40) + ":1");
        PrinterException failure = assertThrows(PrinterException.class, () -> session.eject(Deadline.inSeconds(1)));
        assertEquals(PrinterProblem.OTHER, failure.problem().code());
    }

    @Test
    void feederErrorWithACardInsideIsACardFailure() {
        service.result("Sic", "ERROR").result("Rlr;p", "CARD").forget("CMD.GetStatus");
        service.result("CMD.GetStatus", WORDS + "0".repeat(16) + "08000000" + "0".repeat(32) + ":1");
        assertEquals(FailureKind.CARD_FAILED, fails().kind());
    }

    @Test
    void cardInsideAfterOkIsAFailure() {
        service.result("Ser", "OK").result("Rlr;p", "CARD");
        PrinterException failure =
                assertThrows(PrinterException.class, () -> session.reject("", Deadline.inSeconds(1)));
        assertEquals(PrinterProblem.JAM, failure.problem().code());
        assertEquals(FailureKind.OPERATOR_NEEDED, failure.kind());
        assertEquals(1, service.count("Ser"));
    }

    @Test
    void latePositionIsAwaited() throws Exception {
        service.result("Se", "OK")
                .result("Rlr;p", "CARD")
                .result("Rlr;p", "CARD")
                .result("Rlr;p", EMPTY);
        session.eject(Deadline.inSeconds(20));
        assertEquals(1, service.count("Se"));
    }

    @Test
    void errorIsNotClearedWithACardInside() throws Exception {
        service.result("Sic", "CARD JAM").result("Sic", "OK").result("Rlr;p", "CARD");
        fails();
        session.bring(Encoder.CONTACTLESS, CardLocation.HOPPER, Deadline.inSeconds(20));
        assertEquals(0, service.count("Scs"));
    }

    @Test
    void lateStateDoesNotCauseRejection() throws Exception {
        service.result("Rtp", "Primacy").result("Ser", "OK").result("Rlr;p", EMPTY);
        service.forget("SUPERVISION.GetState").result("SUPERVISION.GetState", "READY,INF_ENCODING_RUNNING");
        CardPrinter printer = opened();
        printer.begin(Encoder.CONTACTLESS, Deadline.inSeconds(20)).close();
        assertEquals(0, service.count("Ser"));
    }

    @Test
    void leftoverCardIsRejectedOnlyOnce() throws Exception {
        service.result("Rtp", "Primacy").result("Ser", "OK").result("Rlr;p", "CONTACTLESS CARD");
        CardPrinter printer = opened();
        assertTrue(printer.status(Deadline.inSeconds(20)).recoveries().contains(Recovery.REJECT_CARD));
        PrinterException failure = assertThrows(
                PrinterException.class, () -> printer.recover(Recovery.REJECT_CARD, Deadline.inSeconds(1)));
        assertEquals(FailureKind.OPERATOR_NEEDED, failure.kind());
        assertEquals(1, service.count("Ser"));
    }

    @Test
    void disabledStatusesAreTolerated() throws Exception {
        service.result("Rtp", "Primacy").result("Rlr;p", EMPTY).result("Sic", "OK");
        service.forget("SUPERVISION.GetState").result("SUPERVISION.GetState", "OFF,PRINTER_STATUS_DISABLED");
        CardPrinter printer = opened();
        assertEquals(
                PrinterStatus.State.UNKNOWN,
                printer.status(Deadline.inSeconds(20)).state());
        printer.begin(Encoder.CONTACTLESS, Deadline.inSeconds(20)).present(Deadline.inSeconds(20));
        assertEquals(1, service.count("Sic"));
    }

    private CardPrinter opened() throws Exception {
        return EvolisPrinter.open(service.link(), EvolisOptions.read(new Settings(Map.of())), Deadline.inSeconds(20));
    }

    private PrinterException fails() {
        return assertThrows(
                PrinterException.class,
                () -> session.bring(Encoder.CONTACTLESS, CardLocation.HOPPER, Deadline.inSeconds(20)));
    }
}
