package org.keyhopper.central.server.internal.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.server.internal.config.SecretSource;
import org.keyhopper.central.server.internal.config.SmtpServer;
import org.keyhopper.central.server.internal.config.SmtpServer.Security;
import org.keyhopper.central.server.internal.outgoing.AddressRule;
import org.keyhopper.central.server.internal.outgoing.OutgoingSockets;
import org.keyhopper.testkit.certificate.SelfSignedCertificate;

/** Mail to a real server. */
@Isolated("changes defaults of the Java runtime")
class SmtpMailTest {

    private static final MailMessage MESSAGE = new MailMessage("anna@example.org", "Schlüssel", "Hallo\r\n.\r\n");

    @TempDir
    Path folder;

    private SSLContext before;

    @BeforeEach
    void rememberDefault() throws Exception {
        before = SSLContext.getDefault();
    }

    @AfterEach
    void restoreDefault() {
        SSLContext.setDefault(before);
    }

    private SmtpMail mail(TestMailServer server, Security security, String password) throws Exception {
        Path secret = folder.resolve("password");
        Files.writeString(secret, password + "\n");
        Optional<SmtpServer.Account> account = security == Security.PLAIN
                ? Optional.empty()
                : Optional.of(new SmtpServer.Account("keyhopper", new SecretSource(Optional.of(secret), "")));
        return new SmtpMail(
                new SmtpServer("localhost", server.port(), security, account, "keys@example.org"),
                new OutgoingSockets(new AddressRule(List.of("localhost"))));
    }

    private static int at(TestMailServer server, String beginning) {
        for (int i = 0; i < server.lines.size(); i++) {
            if (server.lines.get(i).startsWith(beginning)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void messageIsSentOverTls() throws Exception {
        SSLContext context = tls("localhost");
        SSLContext.setDefault(context);
        try (TestMailServer server = new TestMailServer(TestMailServer.Kind.TLS, context)) {
            assertEquals(Optional.empty(), mail(server, Security.TLS, "secret").send(MESSAGE));
            assertEquals("(TLS)", server.lines.getFirst());
            assertTrue(server.lines.contains("MAIL FROM:<keys@example.org>"), server.lines::toString);
            assertTrue(server.lines.contains("RCPT TO:<anna@example.org>"), server.lines::toString);
            assertTrue(server.lines.contains("Subject: =?UTF-8?B?U2NobMO8c3NlbA==?="), server.lines::toString);
            assertTrue(server.lines.contains("SGFsbG8NCi4NCg=="), server.lines::toString);
        }
    }

    @Test
    void nothingIsSaidBeforeStartTls() throws Exception {
        SSLContext context = tls("localhost");
        SSLContext.setDefault(context);
        try (TestMailServer server = new TestMailServer(TestMailServer.Kind.STARTTLS, context)) {
            assertEquals(
                    Optional.empty(), mail(server, Security.STARTTLS, "secret").send(MESSAGE));
            assertTrue(at(server, "(TLS)") < at(server, "AUTH"), server.lines::toString);
            assertTrue(at(server, "AUTH") < at(server, "MAIL"), server.lines::toString);
        }
    }

    @Test
    void serverWithoutStartTlsGetsNothing() throws Exception {
        try (TestMailServer server = new TestMailServer(TestMailServer.Kind.PLAIN, before)) {
            MailFailure failure =
                    mail(server, Security.STARTTLS, "secret").send(MESSAGE).orElseThrow();
            assertFalse(failure.detail().isEmpty());
            assertEquals(-1, at(server, "AUTH"), server.lines::toString);
            assertEquals(-1, at(server, "MAIL"), server.lines::toString);
        }
    }

    @Test
    void certificateOfAnotherHostOrUnknownAuthorityIsRefused() throws Exception {
        SSLContext other = tls("other.example");
        try (TestMailServer server = new TestMailServer(TestMailServer.Kind.TLS, other)) {
            for (SSLContext trusting : List.of(other, before)) {
                SSLContext.setDefault(trusting);
                MailFailure failure =
                        mail(server, Security.TLS, "secret").send(MESSAGE).orElseThrow();
                assertEquals(CentralProblem.MAIL_UNREACHABLE, failure.problem(), failure::detail);
                assertEquals(-1, at(server, "EHLO"), server.lines::toString);
            }
        }
    }

    @Test
    void refusalsTellWhetherTryingAgainMayHelp() throws Exception {
        try (TestMailServer server = new TestMailServer(TestMailServer.Kind.PLAIN, before)) {
            SmtpMail mail = mail(server, Security.PLAIN, "");
            assertEquals(Optional.empty(), mail.probe());
            assertEquals(-1, at(server, "MAIL"), server.lines::toString);
            server.toRecipient = "550 no such person";
            MailFailure unknown = mail.send(MESSAGE).orElseThrow();
            assertEquals(CentralProblem.MAIL_REFUSED, unknown.problem());
            assertFalse(unknown.mayHelp());
            server.toRecipient = "451 later";
            assertTrue(mail.send(MESSAGE).orElseThrow().mayHelp());
        }
    }

    @Test
    void acceptedMessageIsSentAlthoughTheServerHangsUp() throws Exception {
        try (TestMailServer server = new TestMailServer(TestMailServer.Kind.PLAIN, before)) {
            server.hangsUp = true;
            assertEquals(Optional.empty(), mail(server, Security.PLAIN, "").send(MESSAGE));
            assertEquals("QUIT", server.lines.getLast());
        }
    }

    @Test
    void wrongPasswordIsToldWithoutThePassword() throws Exception {
        SSLContext context = tls("localhost");
        SSLContext.setDefault(context);
        try (TestMailServer server = new TestMailServer(TestMailServer.Kind.TLS, context)) {
            MailFailure failure =
                    mail(server, Security.TLS, "wrong word").probe().orElseThrow();
            assertEquals(CentralProblem.MAIL_REFUSED, failure.problem());
            assertTrue(failure.detail().contains("signing in as keyhopper"), failure::detail);
            assertFalse(failure.detail().contains("wrong word"), failure::detail);
        }
    }

    @Test
    void addressWithACommandIsNotSentTo() throws Exception {
        try (TestMailServer server = new TestMailServer(TestMailServer.Kind.PLAIN, before)) {
            for (String address : List.of("a@b>\r\nRCPT TO:<c@d", "a b@c", "", "a@b\r\nBcc: c@d", "ä@b")) {
                MailFailure failure = mail(server, Security.PLAIN, "")
                        .send(new MailMessage(address, "s", "t"))
                        .orElseThrow();
                assertEquals(CentralProblem.MAIL_NO_ADDRESS, failure.problem(), address);
            }
            assertEquals(List.of(), server.lines);
        }
    }

    private SSLContext tls(String host) throws Exception {
        return SelfSignedCertificate.make(folder.resolve(host + ".p12"), "EC", host)
                .tls();
    }
}
