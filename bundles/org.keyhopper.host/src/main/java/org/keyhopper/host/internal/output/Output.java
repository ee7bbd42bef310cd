package org.keyhopper.host.internal.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The output of a command. With {@code --json} every line on standard output is one JSON object in UTF-8, flushed at
 * once, and text goes to standard error; otherwise text goes to standard output. Thread-safe.
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

    /** Prints an object; does nothing without {@code --json}. */
    public synchronized void printObject(JsonObject object) {
        if (json) {
            // JSON is always UTF-8, whatever the encoding of the streams.
            out.writeBytes((GSON.toJson(object) + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    /** Prints a line of text. */
    public synchronized void print(String line) {
        (json ? err : out).println(line);
    }

    /** Prints a line of text about an error to standard error. */
    public synchronized void printError(String line) {
        err.println(line);
    }
}
