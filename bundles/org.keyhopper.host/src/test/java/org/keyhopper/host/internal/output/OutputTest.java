package org.keyhopper.host.internal.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** As on Windows, where redirected text is not in UTF-8. */
    private final Output output = new Output(
            new PrintStream(out, false, StandardCharsets.ISO_8859_1),
            new PrintStream(err, false, StandardCharsets.ISO_8859_1));

    @Test
    void jsonIsAlwaysUtf8() {
        JsonObject object = new JsonObject();
        object.addProperty("name", "Jürgen Groß");
        output.useJson();

        output.printObject(object);
        output.print("Jürgen");

        assertEquals("{\"name\":\"Jürgen Groß\"}" + System.lineSeparator(), out.toString(StandardCharsets.UTF_8));
        assertEquals("Jürgen" + System.lineSeparator(), err.toString(StandardCharsets.ISO_8859_1));
    }

    @Test
    void textGoesToStandardOutputWithoutJson() {
        output.printObject(new JsonObject());
        output.print("Jürgen");

        assertEquals("Jürgen" + System.lineSeparator(), out.toString(StandardCharsets.ISO_8859_1));
    }
}
