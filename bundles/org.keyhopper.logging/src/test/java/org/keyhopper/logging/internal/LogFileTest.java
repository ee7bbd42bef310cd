package org.keyhopper.logging.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.logging.LogContext;

class LogFileTest {

    @TempDir
    Path home;

    @Test
    void writesLogFileUnderTheHome() throws IOException {
        var log = LogFile.under(home);
        Logger.getLogger("org.keyhopper.sample").log(Level.WARNING, "the reader is gone", new IOException("unplugged"));
        log.close();
        var text = written();
        assertTrue(text.contains("WARNING"), text);
        assertTrue(text.contains("org.keyhopper.sample - the reader is gone"), text);
        assertTrue(text.contains("java.io.IOException: unplugged"), text);
    }

    @Test
    void textFromOutsideForgesNoRecord() throws IOException {
        var forged = "\r\n2026-11-30T09:00:00.000Z SEVERE  [1] org.keyhopper.audit - nothing happened";
        var log = LogFile.under(home);
        Logger.getLogger("org.keyhopper.sample").log(Level.WARNING, "refused: {0}", "no\u2028\u0085\u001b[2J" + forged);
        Logger.getLogger("org.keyhopper.sample")
                .log(Level.WARNING, "failed", new IOException("no" + forged, new IOException("inner" + forged)));
        log.close();
        var text = written();
        assertEquals(2, text.lines().filter(line -> line.matches("\\d{4}-.*")).count(), text);
        assertEquals(text.lines().count(), text.split("\\R").length, text);
        assertTrue(text.contains("refused: no\\u2028\\u0085\\u001b[2J\\r\\n2026"), text);
        assertTrue(text.contains("  java.io.IOException: no"), text);
    }

    @Test
    void omitsMessagesOfTheSecurityKeyLibraryAtAnyLevel() throws IOException {
        var log = LogFile.under(home);
        Logger.getLogger("").setLevel(Level.ALL);
        Logger.getLogger("com.yubico.yubikit.core.smartcard").fine("00 A4 04 00");
        log.close();
        assertFalse(written().contains("00 A4 04 00"));
    }

    @Test
    void configuredHomePrecedesTheUsers() {
        assertEquals(Path.of("/srv/keys"), Home.of("/srv/keys", "/home/anna"));
        assertEquals(Path.of("/home/anna/.keyhopper"), Home.of(null, "/home/anna"));
        assertEquals(Path.of("/home/anna/.keyhopper"), Home.of(" ", "/home/anna"));
    }

    @Test
    void structuredLogHasOneLineForEachRecordWhateverIsInIt() throws IOException {
        var log = LogFile.under(home, LogFile.Form.named("json"));
        LogContext.begin("4711");
        Logger.getLogger("org.keyhopper.sample")
                .log(Level.WARNING, "a \"name\"\r\nforged line\u2028end\\", new IOException("unplugged"));
        LogContext.end();
        Logger.getLogger("org.keyhopper.sample").info("next");
        log.close();
        var lines = written().lines().toList();
        assertEquals(2, lines.size(), lines::toString);
        var first = lines.getFirst();
        assertTrue(first.startsWith("{\"time\":\"20"), first);
        assertTrue(first.contains("\"level\":\"WARNING\",\"logger\":\"org.keyhopper.sample\""), first);
        assertTrue(
                first.contains("\"request\":\"4711\",\"message\":\"a \\\"name\\\"\\r\\nforged line\\u2028end\\\\\""),
                first);
        assertTrue(first.contains("\"exception\":\"java.io.IOException: unplugged\\n\\tat"), first);
        assertFalse(lines.getLast().contains("request"), lines.getLast());
    }

    private String written() throws IOException {
        return Files.readString(home.resolve("logs").resolve("keyhopper-0.0.log"));
    }
}
