package org.keyhopper.host.internal.run;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/** Interaction with a user at the terminal, if there is one. */
public final class Terminal {

    private Terminal() {}

    /** Returns the console if neither input nor output is redirected. */
    static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    /** Asks a yes or no question and waits; false if input or output is redirected. */
    public static boolean confirm(String question) {
        return console()
                .map(console -> console.readLine("%s [y/N] ", question))
                .filter(typed -> typed.strip().toLowerCase(Locale.ROOT).startsWith("y"))
                .isPresent();
    }

    /**
     * Asks for one of several letters and waits.
     *
     * @return empty if input or output is redirected
     */
    public static Optional<Character> choice(String question, String letters) {
        Console console = System.console();
        if (console == null || !isTerminal(console)) {
            return Optional.empty();
        }
        while (true) {
            String typed = console.readLine("%s ", question);
            if (typed == null) {
                return Optional.empty();
            }
            String letter = typed.strip().toLowerCase(Locale.ROOT);
            if (letter.length() == 1 && letters.contains(letter)) {
                return Optional.of(letter.charAt(0));
            }
        }
    }

    /**
     * Before Java 22, a console exists only at a terminal; since then it always exists and reports whether it is one.
     */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
