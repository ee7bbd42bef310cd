package org.keyhopper.rehearsal.authenticator.card;

import java.util.Locale;

/** The CTAP commands to which a fault can be attached. */
public enum CommandKind {
    ANY(-1),
    MAKE_CREDENTIAL(0x01),
    GET_ASSERTION(0x02),
    GET_INFO(0x04),
    CLIENT_PIN(0x06),
    RESET(0x07),
    GET_NEXT_ASSERTION(0x08),
    CREDENTIAL_MANAGEMENT(0x0A),
    SELECTION(0x0B),
    CONFIG(0x0D);

    private final int command;

    CommandKind(int command) {
        this.command = command;
    }

    /** Parses the command-line spelling, such as {@code make-credential}. */
    public static CommandKind named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    boolean matches(byte[] message) {
        return this == ANY || message.length > 0 && message[0] == command;
    }
}
