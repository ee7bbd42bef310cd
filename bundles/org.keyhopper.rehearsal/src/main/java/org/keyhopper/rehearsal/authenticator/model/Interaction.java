package org.keyhopper.rehearsal.authenticator.model;

import java.util.function.BooleanSupplier;

/**
 * The world outside the authenticator during one command.
 *
 * @param presence asks for a touch
 * @param keepAlive told about waits
 * @param cancelled whether the client has taken the command back
 */
public record Interaction(UserPresence presence, KeepAlive keepAlive, BooleanSupplier cancelled) {
    /** A person who is always there, and a client who never cancels: a card in a reader. */
    public static Interaction alwaysPresent() {
        return new Interaction(() -> UserPresence.Answer.PRESENT, status -> {}, () -> false);
    }
}
