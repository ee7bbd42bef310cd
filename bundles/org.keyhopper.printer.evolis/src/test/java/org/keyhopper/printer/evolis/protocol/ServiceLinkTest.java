package org.keyhopper.printer.evolis.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.Purpose;

class ServiceLinkTest {

    private final ScriptedService service = new ScriptedService();
    private final ServiceLink link = service.link();

    @ParameterizedTest
    @CsvSource({
        "-32700, COMMAND_REFUSED, PRINTER_FAULT",
        "-32600, COMMAND_REFUSED, PRINTER_FAULT",
        "-32601, COMMAND_REFUSED, PRINTER_FAULT",
        "-32602, COMMAND_REFUSED, PRINTER_FAULT",
        "-32603, COMMAND_REFUSED, PRINTER_FAULT",
        "-32000, SERVICE_OFF, PRINTER_FAULT",
        "1100, NOT_FOUND, OPERATOR_NEEDED",
        "1302, NOT_FOUND, OPERATOR_NEEDED",
        "1201, BUSY, BUSY",
        "1202, BUSY, BUSY",
        "1303, BUSY, BUSY",
        "1300, RESERVED, BUSY",
        "1400, COMMAND_REFUSED, PRINTER_FAULT",
        "1502, COMMAND_REFUSED, PRINTER_FAULT"
    })
    void errorBeforeExecutionIsNotAnUnconfirmedMovement(int code, PrinterProblem problem, FailureKind kind) {
        service.error("Sic", code);
        PrinterException failure = fails("Sic", Purpose.MOVEMENT);
        assertEquals(problem, failure.problem().code());
        assertEquals(kind, failure.kind());
        assertTrue(failure.problem().detail().startsWith(String.valueOf(code)), failure::toString);
    }

    @ParameterizedTest
    @CsvSource({"1301", "1600", "1700", "1706", "1000", "4711"})
    void otherErrorsLeaveAMovementUnconfirmed(int code) {
        service.error("Sic", code);
        PrinterException failure = fails("Sic", Purpose.MOVEMENT);
        assertEquals(PrinterProblem.MOVE_UNCONFIRMED, failure.problem().code());
        assertEquals(1, service.count("Sic"));
    }

    @Test
    void lateErrorLeavesAMovementUnconfirmed() {
        service.error("Sic", 1201).lasting("Sic", Duration.ofSeconds(3));
        assertEquals(FailureKind.OUTCOME_UNKNOWN, fails("Sic", Purpose.MOVEMENT).kind());
    }

    @ParameterizedTest
    @CsvSource({"1301", "1201"})
    void rejectedQueryIsExplainedByTheState(int code) {
        service.error("Rtp", code).forget("SUPERVISION.GetState");
        service.result("SUPERVISION.GetState", "OFF,PRINTER_OFFLINE")
                .result("SUPERVISION.GetState", "OFF,PRINTER_STATUS_DISABLED");
        assertEquals(
                PrinterProblem.OFFLINE, fails("Rtp", Purpose.QUERY).problem().code());
        assertEquals(PrinterProblem.BUSY, fails("Rtp", Purpose.QUERY).problem().code());
    }

    @Test
    void knownPrinterIsOfflineInsteadOfUnknown() throws Exception {
        service.result("Rtp", "Primacy").error("Se", 1201).forget("SUPERVISION.GetState");
        service.error("SUPERVISION.GetState", 1100);
        link.send("Rtp", Purpose.QUERY, soon());
        PrinterException failure = fails("Se", Purpose.MOVEMENT);
        assertEquals(PrinterProblem.OFFLINE, failure.problem().code());
        assertEquals(FailureKind.OPERATOR_NEEDED, failure.kind());
        assertEquals(
                PrinterStatus.State.OFFLINE, link.status(soon()).printerStatus().state());
    }

    @Test
    void shortReservationIsAwaited() throws Exception {
        service.error("Sic", 1300).result("Sic", "OK");
        assertEquals("OK", link.send("Sic", Purpose.MOVEMENT, soon()));
        assertEquals(List.of(Duration.ofSeconds(3)), service.waits);
    }

    @Test
    void longReservationFinallyNeedsTheOperator() {
        service.error("Sic", 1300);
        assertEquals(FailureKind.BUSY, fails("Sic", Purpose.MOVEMENT).kind());
        assertTrue(service.instant().getEpochSecond() < 10, "reported within seconds");
        while (service.instant().getEpochSecond() < 45) {
            assertEquals(FailureKind.BUSY, fails("Sic", Purpose.MOVEMENT).kind());
        }
        PrinterException failure = fails("Sic", Purpose.MOVEMENT);
        assertEquals(FailureKind.OPERATOR_NEEDED, failure.kind());
        assertEquals(PrinterProblem.RESERVED, failure.problem().code());
        assertTrue(service.count("Sic") <= 48 / 3 + 1, () -> "attempts: " + service.count("Sic"));
    }

    @Test
    void connectionIsPersistent() throws Exception {
        service.result("Rtp", "Primacy");
        link.send("Rtp", Purpose.QUERY, soon());
        link.status(soon());
        link.send("Rtp", Purpose.QUERY, soon());
        assertEquals(1, service.connections);
    }

    @Test
    void unansweredQueryIsNotRepeatedOnANewConnection() {
        service.closing("Rtp");
        assertEquals(
                PrinterProblem.NO_ANSWER, fails("Rtp", Purpose.QUERY).problem().code());
        assertEquals(1, service.count("Rtp"));
    }

    @Test
    void unansweredMovementIsNotRepeated() throws Exception {
        service.result("Rtp", "Primacy").closing("Sic");
        link.send("Rtp", Purpose.QUERY, soon());
        assertEquals(FailureKind.OUTCOME_UNKNOWN, fails("Sic", Purpose.MOVEMENT).kind());
        assertEquals(1, service.count("Sic"));
    }

    @Test
    void disabledStatusesAreEnabledOnce() throws Exception {
        String words = "805E2020" + "08400000" + "01000000" + "0".repeat(40) + ":1";
        service.result("CMD.GetStatus", words).result("Pps;1", "OK");
        assertEquals(CardLocation.CONTACTLESS, link.words(soon()).orElseThrow().position());
        assertEquals(1, service.count("Pps;1"));
        service.forget("CMD.GetStatus").error("CMD.GetStatus", 1303);
        assertTrue(link.words(soon()).isEmpty());
        assertEquals(1, service.count("Pps;1"));
    }

    @Test
    void positionIsReadFromStatusWordsIfNotReported() throws Exception {
        service.result("Rlr;p", "SMART CARD").result("Rlr;p", "ERROR CDE").forget("CMD.GetStatus");
        service.result("CMD.GetStatus", "80000000" + "08000000" + "0".repeat(48) + ":0");
        assertEquals(CardLocation.CONTACT, link.position(soon()));
        assertEquals(CardLocation.CONTACTLESS, link.position(soon()));
    }

    @Test
    void reservationIsPartOfTheStatus() throws Exception {
        service.error("Rlr;p", 1300);
        PrinterStatus status = link.status(soon()).printerStatus();
        assertTrue(status.conditions().iterator().next().is(PrinterProblem.RESERVED), status::toString);
        assertEquals(List.of(), service.waits);
    }

    @Test
    void discoveryListsByModel() throws Exception {
        service.result("SUPERVISION.List Evolis Primacy", "Front desk;Back office,READY");
        service.result("SUPERVISION.List Evolis KC200", "Kiosk");
        List<String> found = new ServiceDiscovery(service.client(), "evolis-pipe", "")
                .discover(soon()).stream()
                        .map(printer -> printer.address().toString())
                        .toList();
        assertEquals(List.of("evolis-pipe://Front desk", "evolis-pipe://Back office", "evolis-pipe://Kiosk"), found);
        assertEquals(0, service.count("SUPERVISION.List "));
        assertEquals(1, service.connections);
    }

    private PrinterException fails(String command, Purpose purpose) {
        return assertThrows(PrinterException.class, () -> link.send(command, purpose, soon()));
    }

    private static Deadline soon() {
        return Deadline.inSeconds(20);
    }
}
