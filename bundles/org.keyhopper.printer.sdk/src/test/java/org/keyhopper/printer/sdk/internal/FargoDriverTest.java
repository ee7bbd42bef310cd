package org.keyhopper.printer.sdk.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Disposal;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.printer.Trouble;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.CardPlace;
import org.keyhopper.rehearsal.printer.MachineFault;
import org.keyhopper.rehearsal.printer.MachineOptions;
import org.keyhopper.rehearsal.printer.Motion;

/** What the contract leaves out, because the kit knows no reject tray and no reasons; and printers that do not tell of stations. */
class FargoDriverTest {

    @TempDir
    Path kit;

    private final CardMachine machine = new CardMachine(MachineOptions.quick());
    private PrinterStage stage;
    private CardPrinter printer;

    @AfterEach
    void close() throws IOException {
        printer.close();
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cardsGoFromHopperToStationToOutputWhicheverWayThePrinterTells(boolean stations) throws Exception {
        open(stations);
        machine.load("plain", 2);
        for (int i = 0; i < 2; i++) {
            try (CardSession session = printer.begin(Station.CONTACT, soon())) {
                session.present(soon());
                assertEquals(CardLocation.CONTACT, session.location());
                session.eject(soon());
            }
        }
        assertEquals(
                List.of(CardPlace.OUTPUT, CardPlace.OUTPUT),
                List.copyOf(machine.places().values()));
    }

    @Test
    void badCardIsSaidToLieAmongTheGoodOnes() throws Exception {
        open(false);
        machine.load("plain", 1);
        try (CardSession session = printer.begin(Station.CONTACTLESS, soon())) {
            session.present(soon());
            assertEquals(Disposal.OUTPUT_TRAY, session.reject("dead", soon()));
        }
    }

    @Test
    void whatGoesWrongNeedsSomebodyAndTheSameSessionGoesOn() throws Exception {
        open(false);
        try (CardSession session = printer.begin(Station.CONTACT, soon())) {
            assertEquals(
                    Trouble.OPERATOR_NEEDED,
                    assertThrows(PrinterException.class, () -> session.present(soon()))
                            .trouble());
            assertEquals(CardLocation.HOPPER, session.location());
            machine.load("plain", 1);
            session.present(soon());
            session.eject(soon());
        }
        assertEquals(List.of(CardPlace.OUTPUT), List.copyOf(machine.places().values()));
    }

    @Test
    void kitThatCrashesInAMovementLeavesItUnknownUntilTheNextOneIsAsked() throws Exception {
        open(false);
        machine.load("plain", 2);
        machine.plan(new MachineFault(MachineFault.Effect.LOSE_REPLY, Motion.Kind.FEED, 1));
        try (CardSession session = printer.begin(Station.CONTACT, soon())) {
            PrinterException failure = assertThrows(PrinterException.class, () -> session.present(soon()));
            assertEquals(Trouble.OUTCOME_UNKNOWN, failure.trouble());
            assertEquals(CardLocation.UNKNOWN, session.location());
            assertEquals(CardLocation.CONTACT, session.locate(soon()));
            session.eject(soon());
        }
        assertEquals(
                List.of(CardPlace.OUTPUT, CardPlace.HOPPER),
                List.copyOf(machine.places().values()));
    }

    private void open(boolean tellsStations) throws Exception {
        stage = new PrinterStage(new FargoStage(machine, tellsStations)::answer);
        FargoDriver driver = new FargoDriver(StandInKit.searchLike(Makers.FARGO, List.of(StandInKit.fargo(kit))));
        printer = driver.open(
                new PrinterAddress("fargo", "HDP5000 on port " + stage.port(), new Settings(Map.of())), soon());
    }

    private static Deadline soon() {
        return Deadline.inSeconds(20);
    }
}
