package org.keyhopper.central.server.internal.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What is transmitted. */
class MailMessageTest {

    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 12, 1, 5, 0, 0, 0, ZoneOffset.UTC);

    private static String encoded(String subject, String text) {
        return new MailMessage("anna@example.org", subject, text).encoded("keys@example.org", "id", NOW);
    }

    @Test
    void subjectAddsNoHeader() {
        String message = encoded("Key\r\nBcc: other@example.org", "text\r\n.\r\nMAIL FROM:<x@y>");
        assertTrue(message.lines().noneMatch(line -> line.startsWith("Bcc") || line.startsWith("MAIL")), message);
        assertEquals(
                9, message.substring(0, message.indexOf("\r\n\r\n")).lines().count(), message);
    }

    @Test
    void longSubjectIsOfSeveralWordsThatAreNotTooLong() {
        String subject = "Ü".repeat(100) + "\uD83D\uDD11";
        String message = encoded(subject, "x");
        String header = message.substring(message.indexOf("Subject: "), message.indexOf("\r\nAuto-Submitted"));
        assertTrue(header.lines().allMatch(line -> line.length() <= 76 + "Subject: ".length()), header);
        String back = String.join(
                "",
                Arrays.stream(header.substring("Subject: ".length()).split("\r\n "))
                        .map(word -> word.substring("=?UTF-8?B?".length(), word.length() - 2))
                        .map(word ->
                                new String(Base64.getDecoder().decode(word), java.nio.charset.StandardCharsets.UTF_8))
                        .toList());
        assertEquals(subject, back);
    }

    @Test
    void messageDoesNotTellWhatItSays() {
        assertEquals("mail", new MailMessage("a@b", "subject", "https://link").toString());
    }
}
