package org.keyhopper.central.server.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.central.records.RecordKind;

/** The settings of what Central keeps and where it connects to. */
class RecordSettingsTest {

    @TempDir
    Path folder;

    private ConfigurationFile.Result read(String... lines) throws IOException {
        Path file = folder.resolve("central.conf");
        List<String> all = new ArrayList<>(List.of("data = data"));
        all.addAll(List.of(lines));
        Files.write(file, all);
        return ConfigurationFile.read(file);
    }

    private List<String> faults(String... lines) throws IOException {
        return read(lines).faults().stream().map(ConfigurationFault::toString).toList();
    }

    @Test
    void allOfThemAreRead() throws Exception {
        Files.createFile(folder.resolve("escrow.pem"));
        RecordSettings read = read(
                        "audit.file = audit.jsonl",
                        "audit.syslog = siem.example:6514",
                        "audit.http = https://siem.example/in",
                        "audit.http.authorization = env:PATH",
                        "audit.checkpoints = /mnt/checkpoints",
                        "outgoing.allow = KC.corp.example, 10.1.2.3",
                        "escrow.certificate = escrow.pem",
                        "retention.requests = 365")
                .configuration()
                .orElseThrow()
                .records();
        assertEquals(Optional.of(folder.resolve("audit.jsonl")), read.audit().file());
        assertEquals("siem.example", read.audit().syslog().orElseThrow().getHostString());
        assertEquals(Optional.of(System.getenv("PATH")), read.audit().authorization());
        assertEquals(List.of("kc.corp.example", "10.1.2.3"), read.allowedHosts());
        assertEquals(Map.of(RecordKind.REQUESTS, 365), read.retention());
        assertFalse(read.toString().contains(System.getenv("PATH")), "a secret is not shown");
    }

    @Test
    void nothingIsAllowedOrRemovedUnlessGiven() throws Exception {
        RecordSettings read = read().configuration().orElseThrow().records();
        assertEquals(List.of(), read.allowedHosts());
        assertEquals(Map.of(), read.retention());
    }

    @Test
    void faultsNameLineAndKey() throws Exception {
        List<String> faults = faults(
                "audit.syslog = siem.example",
                "audit.http = http://siem.example/in",
                "audit.http.authorization = secret",
                "retention.pins = never",
                "escrow.certificate = missing.pem");
        assertEquals(5, faults.size(), faults::toString);
        assertTrue(faults.contains("line 2: audit.syslog: is not of the form host:port"), faults::toString);
        assertTrue(
                faults.contains("line 3: audit.http: is not an https:// address without an account in it"),
                faults::toString);
        assertTrue(faults.contains("line 5: retention.pins: is not a number of days"), faults::toString);
        assertFalse(faults.toString().contains("secret"), faults::toString);
    }

    @Test
    void addressWithAnAccountIsRefused() throws Exception {
        assertEquals(1, faults("audit.http = https://user:word@siem.example/in").size());
    }
}
