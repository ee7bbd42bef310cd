package org.keyhopper.rehearsal.authenticator.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlPortTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();

    @Test
    void everyLineGetsOneResponseUntilQuit() throws IOException {
        assertTrue(serve("save\n\nnew plain\nquit\nsave\n"));
        assertEquals(
                List.of("{\"ok\":true}", "{\"ok\":true,\"cards\":[\"KH-000001\"]}", "{\"ok\":true}"),
                answers.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void endOfStreamIsNotQuit() throws IOException {
        assertFalse(serve("save\n"));
    }

    private boolean serve(String lines) throws IOException {
        var slot = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        try (var stack = new CardStack(folder, List.of(slot));
                var commands = new StackCommands(stack)) {
            var in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
            return new ControlPort(commands::run).serve(in, answers);
        }
    }
}
