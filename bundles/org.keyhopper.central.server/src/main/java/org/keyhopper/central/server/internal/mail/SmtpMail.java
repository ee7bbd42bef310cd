package org.keyhopper.central.server.internal.mail;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient.AUTH_METHOD;
import org.apache.commons.net.smtp.SMTPReply;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.server.internal.config.MailAddress;
import org.keyhopper.central.server.internal.config.SmtpServer;
import org.keyhopper.central.server.internal.config.SmtpServer.Security;
import org.keyhopper.central.server.internal.outgoing.OutgoingSockets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mail server by SMTP (RFC 5321), with TLS and the name of the host verified; a connection for each message. */
public record SmtpMail(SmtpServer server, OutgoingSockets sockets) implements Mailbox {

    private static final Logger LOGGER = LoggerFactory.getLogger(SmtpMail.class);
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 20_000;

    /** The server answered with something else than success. */
    private static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;
        private final transient boolean mayHelp;

        RefusedException(String step, int code, String text) {
            super(step + ": " + text.strip());
            mayHelp = SMTPReply.isNegativeTransient(code);
        }
    }

    /** The client of the library, on a connection that the rule for outgoing addresses has permitted. */
    private static final class Client extends AuthenticatingSMTPClient {

        Client(boolean implicit, SSLContext context) {
            super(implicit, context);
            setEndpointCheckingEnabled(true);
        }

        void begin(Socket connected, String host) throws IOException {
            _socket_ = connected;
            _hostname_ = host;
            _timeout_ = ANSWER_MILLIS;
            _connectAction_();
        }
    }

    @Override
    public Optional<MailFailure> send(MailMessage message) {
        if (!MailAddress.isValid(message.address())) {
            return Optional.of(new MailFailure(CentralProblem.MAIL_NO_ADDRESS, false, "not a mail address"));
        }
        return within(client -> {
            require(client, "MAIL FROM", client.mail("<" + server.sender() + ">"));
            require(client, "RCPT TO", client.rcpt("<" + message.address() + ">"));
            Writer data = client.sendMessageData();
            if (data == null) {
                throw refused(client, "DATA");
            }
            try (data) {
                data.write(message.encoded(
                        server.sender(), UUID.randomUUID().toString(), ZonedDateTime.now(ZoneOffset.UTC)));
            }
            if (!client.completePendingCommand()) {
                throw refused(client, "the message");
            }
        });
    }

    @Override
    public Optional<MailFailure> probe() {
        return within(client -> {});
    }

    /** What is done while the client is signed in. */
    @FunctionalInterface
    private interface Work {
        void with(Client client) throws IOException;
    }

    private Optional<MailFailure> within(Work work) {
        try {
            // The default at this time: private authorities may have been added to it since the start.
            Client client = new Client(server.security() == Security.TLS, SSLContext.getDefault());
            try {
                open(client);
                work.with(client);
                leave(client);
            } finally {
                client.disconnect();
            }
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(new MailFailure(CentralProblem.MAIL_REFUSED, e.mayHelp, e.getMessage()));
        } catch (SSLException e) {
            return Optional.of(new MailFailure(CentralProblem.MAIL_UNREACHABLE, true, "TLS: " + e.getMessage()));
        } catch (IOException | GeneralSecurityException e) {
            return Optional.of(new MailFailure(CentralProblem.MAIL_UNREACHABLE, true, e.toString()));
        }
    }

    /** The message was accepted before: if it counted as not sent for want of this answer, the person would get it again. */
    private static void leave(Client client) {
        try {
            client.quit();
        } catch (IOException e) {
            LOGGER.debug("The mail server has closed the connection without an answer to QUIT", e);
        }
    }

    private void open(Client client) throws IOException, GeneralSecurityException {
        client.begin(sockets.connect(server.host(), server.port(), CONNECT_MILLIS), server.host());
        require(client, "the greeting", client.getReplyCode());
        String name = "[" + InetAddress.getLoopbackAddress().getHostAddress() + "]";
        require(client, "EHLO", client.ehlo(name));
        if (server.security() == Security.STARTTLS) {
            if (!client.execTLS()) {
                throw refused(client, "STARTTLS");
            }
            require(client, "EHLO", client.ehlo(name));
        }
        if (server.account().isPresent()) {
            signIn(client, server.account().get());
        }
    }

    private static void signIn(Client client, SmtpServer.Account account) throws IOException, GeneralSecurityException {
        String offered = client.getReplyString().toUpperCase(Locale.ROOT);
        boolean plain = offered.lines().anyMatch(line -> line.matches("250[- ]AUTH\\b.*\\bPLAIN\\b.*"));
        try (Secret password = account.password().read()) {
            // The library takes nothing that can be wiped.
            String text = new String(password.toChars());
            if (!client.auth(plain ? AUTH_METHOD.PLAIN : AUTH_METHOD.LOGIN, account.user(), text)) {
                throw refused(client, "signing in as " + account.user());
            }
        }
    }

    private static void require(Client client, String step, int code) throws RefusedException {
        if (!SMTPReply.isPositiveCompletion(code)) {
            throw refused(client, step);
        }
    }

    private static RefusedException refused(Client client, String step) {
        return new RefusedException(step, client.getReplyCode(), String.valueOf(client.getReplyString()));
    }
}
