package org.keyhopper.printer.sdk.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.companion.CompanionMain;
import org.keyhopper.printer.sdk.simulator.FargoEmulator;
import org.keyhopper.printer.sdk.simulator.FargoModel;
import org.keyhopper.printer.sdk.simulator.PrinterEmulator;
import org.keyhopper.printer.sdk.status.FargoProblem;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineOptions;
import org.keyhopper.rehearsal.printer.Motion;

/** The session of an encoder on the network, from the first card to the end of the run. */
class FargoNetworkEncoderTest {

    @TempDir
    Path kit;

    private final CardMachine machine = new CardMachine(MachineOptions.quick());
    private final FargoEmulator emulator = new FargoEmulator(machine, FargoModel.DTC.onTheNetwork());
    private PrinterEmulator stage;

    @BeforeEach
    void install() {
        FakeSdk.fargo(kit);
        stage = new PrinterEmulator(emulator::answer);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void sessionIsOpenedOnceBeforeTheFirstCardAndEndedWithThePrinter() throws Exception {
        machine.load("plain", 2);
        try (CardPrinter printer = open("LAN")) {
            assertEquals(List.of(), emulator.reader().commands(), "a printer is also opened to ask for its state");
            provision(printer);
            provision(printer);
            assertEquals(List.of("OPEN"), emulator.reader().commands());
        }
        assertEquals(List.of("OPEN", "END"), emulator.reader().commands());
    }

    @Test
    void droppedSessionIsOpenedAnewWhenTheReaderShowsNoCard() throws Exception {
        machine.load("plain", 3);
        try (CardPrinter printer = open("LAN")) {
            provision(printer);
            provision(printer);
            provision(printer);
        }
        assertEquals(List.of("OPEN", "OPEN", "END"), emulator.reader().commands());
    }

    @Test
    void noControlCodeIsSentUnlessTheAddressNamesTheReader() throws Exception {
        machine.load("plain", 1);
        try (CardPrinter printer = open("")) {
            provision(printer);
        }
        assertEquals(List.of(), emulator.reader().commands());
    }

    @Test
    void refusedSessionNeedsTheOperatorAndFeedsNoCard() throws Exception {
        machine.load("plain", 1);
        emulator.reader().occupy(true);
        try (CardPrinter printer = open("LAN")) {
            PrinterException failure =
                    assertThrows(PrinterException.class, () -> printer.begin(Encoder.CONTACT, soon()));
            assertTrue(failure.problem().is(FargoProblem.SESSION_REFUSED), failure::toString);
            assertEquals(FailureKind.OPERATOR_NEEDED, failure.kind());
            assertEquals(0, machine.count(Motion.Kind.FEED));
            emulator.reader().occupy(false);
            provision(printer);
        }
    }

    @Test
    void readerThatIsNotThereNeedsTheOperator() throws Exception {
        try (CardPrinter printer = open("5427")) {
            PrinterException failure =
                    assertThrows(PrinterException.class, () -> printer.begin(Encoder.CONTACT, soon()));
            assertTrue(failure.problem().is(FargoProblem.READER_NOT_FOUND), failure::toString);
            assertTrue(failure.problem().detail().contains("HID OMNIKEY 5127 LAN 0"), failure::toString);
        }
    }

    /** When the run is killed, its end of the pipe is closed by the operating system. */
    @Test
    void companionEndsTheSessionWhenTheRunIsKilled() throws Exception {
        String classPath = Stream.of(CompanionMain.class, JsonObject.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator));
        Process companion = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath + File.pathSeparator + kit.resolve("FargoJava.jar"),
                        CompanionMain.class.getName(),
                        "fargo")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream requests = companion.getOutputStream()) {
            String queue = FargoModel.DTC.queue() + stage.port();
            requests.write(("{\"call\":\"open\",\"location\":\"" + queue + "\"}\n"
                            + "{\"call\":\"open-reader\",\"reader\":\"LAN\",\"settle\":60000,\"held\":false}\n")
                    .getBytes(StandardCharsets.UTF_8));
            requests.flush();
            while (emulator.reader().commands().isEmpty()) {
                Thread.sleep(10);
            }
        }
        assertEquals(0, companion.waitFor());
        assertEquals(List.of("OPEN", "END"), emulator.reader().commands());
    }

    private static void provision(CardPrinter printer) throws Exception {
        try (CardSession session = printer.begin(Encoder.CONTACT, soon())) {
            session.present(soon());
            assertEquals(CardLocation.CONTACT, session.location());
            session.eject(soon());
        }
    }

    private CardPrinter open(String reader) throws Exception {
        FargoDriver driver = new FargoDriver(FakeSdk.searchLike(SdkVendors.FARGO, List.of(kit)), SdkRig.SETTLE);
        Settings options = new Settings(Map.of("network-reader", reader));
        return driver.open(new PrinterAddress("fargo", FargoModel.DTC.queue() + stage.port(), options), soon());
    }

    private static Deadline soon() {
        return Deadline.inSeconds(20);
    }
}
