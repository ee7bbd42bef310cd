package org.keyhopper.printer.sdk.companion;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The main class of the companion process, which has the vendor's SDK on its class path. Reads requests and writes
 * replies as lines of JSON.
 */
public final class CompanionMain {

    private CompanionMain() {}

    /** Serves requests until the end of standard input. */
    public static void main(String[] arguments) throws IOException {
        PrintStream replies = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Output of the SDK must not be mixed with replies.
        System.setOut(System.err);
        VendorCalls calls = vendor(arguments[0]);
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            replies.println(reply(calls, line));
        }
        // Threads of the SDK must not keep the process alive.
        System.exit(0);
    }

    static JsonObject reply(VendorCalls calls, String line) {
        JsonObject reply = new JsonObject();
        try {
            JsonObject request = JsonParser.parseString(line).getAsJsonObject();
            reply.add("result", calls.call(request.get("call").getAsString(), request));
        } catch (Reflection.KitFailure e) {
            reply.addProperty("thrown", e.toString());
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            reply.addProperty("failure", e.toString());
        }
        return reply;
    }

    private static VendorCalls vendor(String name) {
        return switch (name) {
            case "zebra" -> new ZebraCalls();
            case "fargo" -> new FargoCalls();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
