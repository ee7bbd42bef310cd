package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.config.ConfigurationFault;
import org.keyhopper.central.server.internal.config.ConfigurationFile;
import org.keyhopper.central.server.internal.config.Operation;

class ConfigurationFileTest {

    @TempDir
    Path folder;

    private ConfigurationFile.Result read(String... lines) throws Exception {
        Path file = folder.resolve("central.conf");
        Files.write(file, List.of(lines));
        return ConfigurationFile.read(file);
    }

    private List<String> faults(String... lines) throws Exception {
        return read(lines).faults().stream().map(ConfigurationFault::toString).toList();
    }

    @Test
    void shortestConfiguration() throws Exception {
        Configuration read = read("# here", "", "data = data").configuration().orElseThrow();
        assertEquals(folder.resolve("data"), read.data());
        assertEquals(URI.create("http://127.0.0.1:8443"), read.publicUrl());
        assertEquals(Optional.empty(), read.tls());
    }

    @Test
    void allFaultsAreReportedWithLineAndKey() throws Exception {
        List<String> faults = faults("listen.port = 99999", "colour = blue", "nonsense", "listen.port = 1");
        assertEquals(4, faults.size(), faults::toString);
        assertEquals("line 2: colour: is not a known key", faults.get(0));
        assertEquals("line 3: nonsense: is not of the form key = value", faults.get(1));
        assertEquals("line 4: listen.port: is given twice", faults.get(2));
        assertEquals("data: is missing", faults.get(3));
    }

    @Test
    void portThatIsNoneIsReported() throws Exception {
        assertEquals(
                List.of("line 2: listen.port: is not a number from 0 to 65535"), faults("data = d", "listen.port = x"));
    }

    @Test
    void plainHttpIsForLoopbackOnly() throws Exception {
        List<String> faults = faults("data = d", "listen.host = 0.0.0.0");
        assertTrue(faults.getFirst().startsWith("line 2: listen.host: needs tls.certificate"), faults::toString);
        assertEquals(
                List.of("line 2: public.url: is not https:// with host and port alone"),
                faults("data = d", "public.url = http://central.example"));
    }

    @Test
    void certificateAndKeyComeTogether() throws Exception {
        Files.createFile(folder.resolve("a.pem"));
        assertEquals(
                List.of("line 2: tls.certificate: needs the other one of the two"),
                faults("data = d", "tls.certificate = a.pem"));
        List<String> faults = faults("data = d", "tls.certificate = a.pem", "tls.key = missing.pem");
        assertEquals(List.of("line 3: tls.key: there is no such file, or it may not be read"), faults);
    }

    @Test
    void everyFaultSaysWhatToDo() throws Exception {
        List<ConfigurationFault> faults = read(
                        "data",
                        "listen.port = x",
                        "listen.port = 1",
                        "colour = blue",
                        "metrics.port = many",
                        "forwarded.from = proxy.example.org",
                        "network.proxy = proxy",
                        "network.authorities = none.pem",
                        "tls.key = none.pem",
                        "public.url = http://central.example/")
                .faults();
        assertEquals(11, faults.size(), faults::toString);
        assertTrue(faults.stream().noneMatch(fault -> fault.action().isEmpty()), faults::toString);
    }

    @Test
    void operationIsRead() throws Exception {
        Files.writeString(folder.resolve("password"), "p\n");
        Operation operation = read(
                        "data = d",
                        "master.key = key",
                        "metrics.port = 9464",
                        "forwarded.from = 10.0.0.1, fd00::/8",
                        "stop.seconds = 5",
                        "network.proxy = proxy:3128",
                        "network.proxy.user = anna",
                        "network.proxy.password = password",
                        "network.direct = .example.org")
                .configuration()
                .orElseThrow()
                .operation();
        assertEquals(Optional.of(folder.resolve("key")), operation.masterKey());
        assertEquals(List.of("10.0.0.1", "fd00::/8"), operation.proxies());
        assertEquals(5, operation.stopLimit().toSeconds());
        assertEquals("proxy:3128", operation.network().proxy().orElseThrow().address());
        assertTrue(operation.network().proxy().orElseThrow().bypasses("a.example.org"));
        assertEquals(Optional.of(folder.resolve("password")), operation.proxyPassword());
    }
}
