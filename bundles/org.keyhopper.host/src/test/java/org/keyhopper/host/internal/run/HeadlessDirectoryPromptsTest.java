package org.keyhopper.host.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.host.internal.output.Output;

class HeadlessDirectoryPromptsTest {

    private static final Problem OFF = Problem.of(DirectoryProblem.MFA_DISABLED, "anna");

    private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    private final Output output = new Output(nowhere, nowhere);

    @Test
    void operatorIsAskedForConsent() {
        List<String> asked = new ArrayList<>();
        assertTrue(new HeadlessDirectoryPrompts(output, asked::add).confirmChange(OFF));
        assertTrue(asked.getFirst().contains("anna"), asked.getFirst());
        assertFalse(new HeadlessDirectoryPrompts(output, question -> false).confirmChange(OFF));
    }

    @Test
    void consentIsDeclinedWithoutATerminal() {
        assertEquals(false, new HeadlessDirectoryPrompts(output).confirmChange(OFF));
    }
}
