package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonObject;
import java.io.IOException;

/** Runs a sandbox by itself, with {@link SandboxArguments}. */
public final class SandboxMain {

    private static final int BAD_USAGE = 2;

    private SandboxMain() {}

    /** Starts a sandbox. */
    @FunctionalInterface
    public interface Start {
        /** Returns what is to be told when it is ready. */
        JsonObject with(SandboxArguments arguments) throws IOException;
    }

    /** Starts, prints one line of JSON when ready, and stays until the process ends. */
    public static void run(String[] arguments, Start start) throws IOException, InterruptedException {
        try {
            SandboxArguments given = SandboxArguments.read(arguments);
            given.writeTable();
            System.out.println(start.with(given));
            System.out.flush();
            Thread.currentThread().join();
        } catch (IllegalArgumentException bad) {
            System.err.println(bad.getMessage() + System.lineSeparator() + SandboxArguments.USAGE);
            System.exit(BAD_USAGE);
        }
    }
}
