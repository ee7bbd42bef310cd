package org.keyhopper.rehearsal.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.printer.Encoder;

class CardMachineTest {

    private final RecordingReader reader = new RecordingReader();
    private CardMachine machine;

    @BeforeEach
    void build() {
        machine = new CardMachine(MachineOptions.quick().with(Map.of(Encoder.CONTACT, reader)));
        machine.load("plain", 2);
    }

    @Test
    void theReaderSeesACardOnlyWhileItIsEngaged() {
        machine.toStation(Encoder.CONTACT);
        assertEquals(List.of(), reader.events);
        machine.engage();
        machine.engage();
        machine.release();
        machine.engage();
        machine.eject();
        assertEquals(List.of("in KH-000001", "out", "in KH-000001", "out"), reader.events);
        assertEquals(List.of(CardPlace.OUTPUT, CardPlace.HOPPER), places());
    }

    @Test
    void aDeadCardIsNotSeenAndTheNextOneIs() {
        plan("dead-card feed 1");
        machine.toStation(Encoder.CONTACT);
        machine.engage();
        machine.reject();
        machine.toStation(Encoder.CONTACT);
        machine.engage();
        assertEquals(List.of("out", "in KH-000002"), reader.events);
        assertEquals(List.of(CardPlace.REJECT, CardPlace.CONTACT), places());
    }

    @Test
    void aJamHoldsEverythingUpUntilTheCardIsTakenOut() throws IOException {
        plan("jam feed 1");
        assertEquals(Outcome.JAM, machine.toStation(Encoder.CONTACT).outcome());
        assertEquals(Outcome.JAM, machine.toStation(Encoder.CONTACT).outcome());
        machine.takeOutCard();
        assertEquals(Outcome.DONE, machine.toStation(Encoder.CONTACT).outcome());
        assertEquals(List.of(CardPlace.TAKEN_OUT, CardPlace.CONTACT), places());
    }

    @Test
    void aLostReplyIsAboutSomethingDoneAndALostCommandIsNot() {
        plan("lose-reply feed 1");
        plan("lose-command eject 1");
        assertEquals(new Motion(Outcome.DONE, false), machine.toStation(Encoder.CONTACT));
        assertFalse(machine.eject().told());
        assertEquals(Optional.of(CardPlace.CONTACT), machine.cardInside());
        assertEquals(Motion.of(Outcome.DONE), machine.eject());
    }

    @Test
    void anOpenCoverLeavesTheCardWithItsReader() {
        plan("open-cover feed 1");
        machine.toStation(Encoder.CONTACT);
        assertEquals(Outcome.DONE, machine.engage().outcome());
        assertEquals(Outcome.COVER_OPEN, machine.eject().outcome());
        machine.end(MachineTrouble.COVER_OPEN);
        assertEquals(Outcome.DONE, machine.eject().outcome());
    }

    @Test
    void aTrayIsFullByItsCapacityOrByPlan() {
        machine = new CardMachine(
                new MachineOptions(Map.of(Encoder.CONTACT, reader), 1, MachineOptions.Tray.BUILT_IN, Duration.ZERO));
        machine.load("plain", 2);
        machine.toStation(Encoder.CONTACT);
        assertEquals(Outcome.DONE, machine.eject().outcome());
        machine.toStation(Encoder.CONTACT);
        assertEquals(Outcome.OUTPUT_FULL, machine.eject().outcome());
        plan("fill-tray reject 1");
        assertEquals(Outcome.REJECT_FULL, machine.reject().outcome());
        machine.empty(CardPlace.REJECT);
        assertEquals(Outcome.DONE, machine.reject().outcome());
    }

    @Test
    void withoutPowerNothingMoves() {
        plan("power-off feed 1");
        assertFalse(machine.toStation(Encoder.CONTACT).told());
        assertEquals(Outcome.OFFLINE, machine.eject().outcome());
        machine.end(MachineTrouble.SWITCHED_OFF);
        assertEquals(Outcome.DONE, machine.eject().outcome());
    }

    @Test
    void whatIsNotBuiltInIsRefused() {
        assertEquals(Outcome.NO_ENCODER, machine.toStation(Encoder.CONTACTLESS).outcome());
        assertEquals(Outcome.NO_CARD, machine.engage().outcome());
        assertEquals(Outcome.NO_CARD, machine.eject().outcome());
        machine = new CardMachine(MachineOptions.quick().withoutRejectTray());
        assertEquals(Outcome.NO_REJECT_TRAY, machine.reject().outcome());
        assertEquals(Outcome.HOPPER_EMPTY, machine.toStation(Encoder.CONTACT).outcome());
    }

    private void plan(String fault) {
        machine.plan(MachineFault.parse(fault));
    }

    private List<CardPlace> places() {
        return List.copyOf(machine.places().values());
    }
}
