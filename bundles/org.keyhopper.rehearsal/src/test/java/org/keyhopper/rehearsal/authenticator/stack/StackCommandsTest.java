package org.keyhopper.rehearsal.authenticator.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackCommandsTest {
    @TempDir
    Path folder;

    @Test
    void cardsAreNumberedAndInsertedInTurn() throws IOException {
        try (var reader = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var stack = stack(reader.getLocalPort());
                var commands = new StackCommands(stack)) {
            assertEquals(
                    "[\"KH-000001\",\"KH-000002\"]",
                    run(commands, "new self 2").get("cards").toString());
            assertEquals("KH-000001", run(commands, "insert next").get("serial").getAsString());
            assertEquals("KH-000002", run(commands, "insert next").get("serial").getAsString());
            assertEquals("no more cards", refusal(commands, "insert next"));
            assertEquals("KH-000002", run(commands, "remove").get("serial").getAsString());
            assertEquals("no card in the slot", refusal(commands, "remove"));
        }
    }

    @Test
    void cardsArePersistent() throws IOException {
        try (var stack = stack(1);
                var commands = new StackCommands(stack)) {
            run(commands, "new pin=123456+ids=70 1");
        }
        try (var stack = stack(1);
                var commands = new StackCommands(stack)) {
            JsonObject card = run(commands, "state KH-000001").getAsJsonObject("card");
            assertTrue(card.get("pinSet").getAsBoolean());
            assertEquals(
                    "[\"KH-000002\"]", run(commands, "new plain").get("cards").toString());
        }
    }

    @Test
    void invalidCommandsAreRefusedWithAReason() throws IOException {
        try (var stack = stack(1);
                var commands = new StackCommands(stack)) {
            assertEquals("unknown command dance", refusal(commands, "dance"));
            assertEquals("no card 7", refusal(commands, "insert 7"));
            assertTrue(refusal(commands, "new purple").startsWith("unknown trait 'purple'"));
        }
    }

    private CardStack stack(int port) throws IOException {
        return new CardStack(folder, List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    private static JsonObject run(StackCommands commands, String line) {
        JsonObject answer = commands.run(line);
        assertTrue(answer.get("ok").getAsBoolean(), answer::toString);
        return answer;
    }

    private static String refusal(StackCommands commands, String line) {
        JsonObject answer = commands.run(line);
        assertFalse(answer.get("ok").getAsBoolean());
        return answer.get("error").getAsString();
    }
}
