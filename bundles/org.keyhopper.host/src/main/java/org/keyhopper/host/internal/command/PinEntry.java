package org.keyhopper.host.internal.command;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;

/** Where PINs come from that a person types. */
@FunctionalInterface
public interface PinEntry {

    /** The terminal, without echo; nothing where there is none. */
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

    /** Asks and waits; empty when there is nobody to ask. The caller closes the answer. */
    Optional<Secret> ask(String question);
}
