package org.keyhopper.central.server.internal.config;

import java.util.Objects;
import java.util.Optional;

/**
 * The server that takes mail.
 *
 * @param account to sign in with; empty for none
 * @param sender the address from which mail comes
 */
public record SmtpServer(String host, int port, Security security, Optional<Account> account, String sender) {

    /** How the connection is protected. */
    public enum Security {
        /** From its beginning. */
        TLS,
        /** By the command STARTTLS (RFC 3207), without which nothing is sent. */
        STARTTLS,
        /** Not at all, on this computer only. */
        PLAIN
    }

    /** An account at the server. */
    public record Account(String user, SecretSource password) {
        public Account {
            Objects.requireNonNull(user);
            Objects.requireNonNull(password);
        }
    }

    public SmtpServer {
        Objects.requireNonNull(host);
        Objects.requireNonNull(security);
        Objects.requireNonNull(account);
        Objects.requireNonNull(sender);
    }
}
