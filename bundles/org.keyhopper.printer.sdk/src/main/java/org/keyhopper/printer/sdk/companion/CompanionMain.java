package org.keyhopper.printer.sdk.companion;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The main class of the companion process, which has the vendor's SDK on its class path. Reads requests and writes
 * replies as lines of JSON. The end of standard input, also noticed during a call, is the end of the run, even if that was
 * killed.
 */
public final class CompanionMain {

    private static final long LONGEST_CALL_SECONDS = 25;

    private CompanionMain() {}

    /** Serves requests until the end of standard input. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream replies = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Output of the SDK must not be mixed with replies.
        System.setOut(System.err);
        VendorCalls calls = vendor(arguments[0]);
        ExecutorService worker = Executors.newSingleThreadExecutor();
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            String request = line;
            worker.execute(() -> answer(calls, request, replies));
        }
        calls.close();
        // A movement that was sent is completed.
        worker.shutdown();
        worker.awaitTermination(LONGEST_CALL_SECONDS, TimeUnit.SECONDS);
        // Threads of the SDK must not keep the process alive.
        System.exit(0);
    }

    /** Without a reply the process is of no use any more. */
    private static void answer(VendorCalls calls, String request, PrintStream replies) {
        boolean answered = false;
        try {
            replies.println(reply(calls, request));
            answered = true;
        } finally {
            if (!answered) {
                Runtime.getRuntime().halt(1);
            }
        }
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
