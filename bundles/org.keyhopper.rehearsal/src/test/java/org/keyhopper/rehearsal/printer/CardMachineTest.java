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
    void readerDetectsACardOnlyWhileEngaged() {
        machine.toEncoder(Encoder.CONTACT);
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
    void defectiveCardIsNotDetected() {
        plan("dead-card feed 1");
        machine.toEncoder(Encoder.CONTACT);
        machine.engage();
        machine.reject();
        machine.toEncoder(Encoder.CONTACT);
        machine.engage();
        assertEquals(List.of("out", "in KH-000002"), reader.events);
        assertEquals(List.of(CardPlace.REJECT, CardPlace.CONTACT), places());
    }

    @Test
    void jamBlocksUntilTheCardIsRemoved() throws IOException {
        plan("jam feed 1");
        assertEquals(MotionOutcome.JAM, machine.toEncoder(Encoder.CONTACT).outcome());
        assertEquals(MotionOutcome.JAM, machine.toEncoder(Encoder.CONTACT).outcome());
        machine.takeOutCard();
        assertEquals(MotionOutcome.DONE, machine.toEncoder(Encoder.CONTACT).outcome());
        assertEquals(List.of(CardPlace.TAKEN_OUT, CardPlace.CONTACT), places());
    }

    @Test
    void lostReplyIsExecutedAndLostCommandIsNot() {
        plan("lose-reply feed 1");
        plan("lose-command eject 1");
        assertEquals(new Motion(MotionOutcome.DONE, false), machine.toEncoder(Encoder.CONTACT));
        assertFalse(machine.eject().told());
        assertEquals(Optional.of(CardPlace.CONTACT), machine.cardInside());
        assertEquals(Motion.of(MotionOutcome.DONE), machine.eject());
    }

    @Test
    void openCoverKeepsTheCardEngaged() {
        plan("open-cover feed 1");
        machine.toEncoder(Encoder.CONTACT);
        assertEquals(MotionOutcome.DONE, machine.engage().outcome());
        assertEquals(MotionOutcome.COVER_OPEN, machine.eject().outcome());
        machine.end(MachineCondition.COVER_OPEN);
        assertEquals(MotionOutcome.DONE, machine.eject().outcome());
    }

    @Test
    void trayIsFullByCapacityOrByFault() {
        machine = new CardMachine(
                new MachineOptions(Map.of(Encoder.CONTACT, reader), 1, MachineOptions.Tray.BUILT_IN, Duration.ZERO));
        machine.load("plain", 2);
        machine.toEncoder(Encoder.CONTACT);
        assertEquals(MotionOutcome.DONE, machine.eject().outcome());
        machine.toEncoder(Encoder.CONTACT);
        assertEquals(MotionOutcome.OUTPUT_FULL, machine.eject().outcome());
        plan("fill-tray reject 1");
        assertEquals(MotionOutcome.REJECT_FULL, machine.reject().outcome());
        machine.empty(CardPlace.REJECT);
        assertEquals(MotionOutcome.DONE, machine.reject().outcome());
    }

    @Test
    void withoutPowerNothingMoves() {
        plan("power-off feed 1");
        assertFalse(machine.toEncoder(Encoder.CONTACT).told());
        assertEquals(MotionOutcome.OFFLINE, machine.eject().outcome());
        machine.end(MachineCondition.SWITCHED_OFF);
        assertEquals(MotionOutcome.DONE, machine.eject().outcome());
    }

    @Test
    void missingEquipmentIsRefused() {
        assertEquals(
                MotionOutcome.NO_ENCODER, machine.toEncoder(Encoder.CONTACTLESS).outcome());
        assertEquals(MotionOutcome.NO_CARD, machine.engage().outcome());
        assertEquals(MotionOutcome.NO_CARD, machine.eject().outcome());
        machine = new CardMachine(MachineOptions.quick().withoutRejectTray());
        assertEquals(MotionOutcome.NO_REJECT_TRAY, machine.reject().outcome());
        assertEquals(
                MotionOutcome.HOPPER_EMPTY, machine.toEncoder(Encoder.CONTACT).outcome());
    }

    private void plan(String fault) {
        machine.plan(MachineFault.parse(fault));
    }

    private List<CardPlace> places() {
        return List.copyOf(machine.places().values());
    }
}
