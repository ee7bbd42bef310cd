package org.keyhopper.central.server.internal.mail;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Objects;

/**
 * A message of plain text (RFC 5322, RFC 2045). Everything that comes from a person is encoded: neither a name nor a subject can add a
 * header.
 *
 * @param address of the recipient, which was checked
 */
public record MailMessage(String address, String subject, String text) {

    /** An encoded word has 75 characters at most (RFC 2047 section 2). */
    private static final int BYTES_OF_A_WORD = 42;

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});
    private static final Base64.Encoder WORD = Base64.getEncoder();

    public MailMessage {
        Objects.requireNonNull(address);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
    }

    /** Returns the message as it is transmitted. */
    String encoded(String sender, String id, ZonedDateTime now) {
        return String.join(
                "\r\n",
                "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now),
                "From: <" + sender + ">",
                "To: <" + address + ">",
                "Message-ID: <" + id + sender.substring(sender.indexOf('@')) + ">",
                "Subject: " + words(subject),
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                LINES.encodeToString(text.getBytes(StandardCharsets.UTF_8)),
                "");
    }

    /** Encodes all of it, also what would not need that. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        StringBuilder part = new StringBuilder();
        text.codePoints().forEach(point -> {
            String next = Character.toString(point);
            int bytes = (part + next).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > BYTES_OF_A_WORD) {
                words.append(word(part)).append("\r\n ");
                part.setLength(0);
            }
            part.append(next);
        });
        return words.append(word(part)).toString();
    }

    private static String word(CharSequence part) {
        return "=?UTF-8?B?" + WORD.encodeToString(part.toString().getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    /** Returns the message without what it says. */
    @Override
    public String toString() {
        return "mail";
    }
}
