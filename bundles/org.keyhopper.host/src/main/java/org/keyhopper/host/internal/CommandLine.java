package org.keyhopper.host.internal;

import java.io.PrintStream;
import java.util.Arrays;

/** Takes the arguments as typed and answers with the exit code. */
final class CommandLine {

    private final PrintStream out;

    CommandLine(PrintStream out) {
        this.out = out;
    }

    int run(String... arguments) {
        out.println("keyhopper " + Arrays.toString(arguments));
        return arguments.length == 2 && "exit".equals(arguments[0]) ? Integer.parseInt(arguments[1]) : 0;
    }
}
