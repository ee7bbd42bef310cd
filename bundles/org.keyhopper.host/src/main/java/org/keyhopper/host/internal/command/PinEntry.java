package org.keyhopper.host.internal.command;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;

/** Asks the user for PINs. */
@FunctionalInterface
public interface PinEntry {

    /** Reads from the terminal without echo; empty without a terminal. */
    PinEntry TERMINAL = question -> {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s: ", question);
        if (typed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Secret.of(typed));
        } finally {
            Arrays.fill(typed, '\0');
        }
    };

    /** Asks and waits; empty if no user can be asked. The caller closes the result. */
    Optional<Secret> ask(String question);
}
