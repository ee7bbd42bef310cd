package org.keyhopper.host.internal.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes. With {@code --json} every line on standard output is one JSON object in UTF-8, flushed at once, and
 * text for people goes to standard error; without it, text goes to standard output. Thread-safe.
 */
public final class Output {

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private final PrintStream out;
    private final PrintStream err;
    private volatile boolean json;

    public Output(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public void useJson() {
        json = true;
    }

    public boolean isJson() {
        return json;
    }

    /** Writes an object for programs; nothing without {@code --json}. */
    public synchronized void object(JsonObject object) {
        if (json) {
            // Whatever the encoding of text is here: programs that read JSON take it for UTF-8.
            out.writeBytes((GSON.toJson(object) + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    /** Writes a line for people. */
    public synchronized void say(String line) {
        (json ? err : out).println(line);
    }

    /** Writes a line about trouble, for people. */
    public synchronized void complain(String line) {
        err.println(line);
    }
}
