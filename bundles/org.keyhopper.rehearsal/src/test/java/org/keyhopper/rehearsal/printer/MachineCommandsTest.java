package org.keyhopper.rehearsal.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.printer.Encoder;

class MachineCommandsTest {

    private final CardMachine machine = new CardMachine(MachineOptions.quick());
    private final MachineCommands commands = new MachineCommands(machine);

    @Test
    void loadedCardsAreNamedAndFoundInTheHopper() {
        assertEquals("[\"KH-000001\",\"KH-000002\"]", run("load 2").get("cards").toString());
        assertEquals(
                "[{\"serial\":\"KH-000001\",\"place\":\"hopper\"},{\"serial\":\"KH-000002\",\"place\":\"hopper\"}]",
                run("state").get("cards").toString());
    }

    @Test
    void stateContainsThePlaceOfACard() {
        run("load 1");
        machine.toEncoder(Encoder.CONTACT);
        assertTrue(run("state").get("cards").toString().contains("\"contact\""));
        machine.eject();
        assertTrue(run("state").get("cards").toString().contains("\"output\""));
        run("empty output");
        assertTrue(run("state").get("cards").toString().contains("\"taken-out\""));
    }

    @Test
    void conditionsBeginAndEnd() {
        run("open cover");
        run("power off");
        run("reserve");
        assertEquals(
                "[\"cover-open\",\"reserved\",\"switched-off\"]",
                run("state").get("troubles").toString());
        run("close cover");
        run("power on");
        run("free");
        assertEquals("[]", run("state").get("troubles").toString());
    }

    @Test
    void faultsAreScheduled() {
        run("load 1");
        run("fault jam feed 1");
        assertEquals(MotionOutcome.JAM, machine.toEncoder(Encoder.CONTACT).outcome());
        run("clear jam");
        assertEquals("[]", run("state").get("troubles").toString());
    }

    @Test
    void cardReportsItsState() {
        run("load 1 plain");
        run("card-fault KH-000001 make-credential 1 die");
        JsonObject card = run("card KH-000001").getAsJsonObject("card");
        assertFalse(card.get("pinSet").getAsBoolean());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dance", "load", "load many", "load 1 made-of-wood", "fault jam feed", "card KH-9", "empty bin"})
    void invalidCommandsAreRefusedWithAReason(String line) {
        JsonObject answer = commands.run(line);
        assertFalse(answer.get("ok").getAsBoolean());
        assertFalse(answer.get("error").getAsString().isEmpty());
    }

    private JsonObject run(String line) {
        JsonObject answer = commands.run(line);
        assertTrue(answer.get("ok").getAsBoolean(), answer::toString);
        return answer;
    }
}
