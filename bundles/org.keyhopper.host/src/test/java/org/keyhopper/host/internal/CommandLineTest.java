package org.keyhopper.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CommandLine line = new CommandLine(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void passesTheRequestedExitCodeOn() {
        assertEquals(3, line.run("exit", "3"));
    }

    @Test
    void printsArgumentsUntouched() {
        assertEquals(0, line.run("a b", "ü"));
        assertEquals("keyhopper [a b, ü]", out.toString(StandardCharsets.UTF_8).strip());
    }
}
