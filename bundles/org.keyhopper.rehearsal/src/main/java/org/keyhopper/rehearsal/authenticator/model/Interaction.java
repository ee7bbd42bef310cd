package org.keyhopper.rehearsal.authenticator.model;

import java.util.function.BooleanSupplier;

/**
 * The environment of the authenticator during one command.
 *
 * @param presence requests a touch
 * @param keepAlive notified of waits
 * @param cancelled whether the client has cancelled the command
 */
public record Interaction(UserPresence presence, KeepAlive keepAlive, BooleanSupplier cancelled) {
    /** User presence is always given and nothing is cancelled, as for a card in a reader. */
    public static Interaction alwaysPresent() {
        return new Interaction(() -> UserPresence.Answer.PRESENT, status -> {}, () -> false);
    }
}
