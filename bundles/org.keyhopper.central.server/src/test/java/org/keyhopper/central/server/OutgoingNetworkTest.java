package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.InetAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.central.server.internal.OutgoingNetwork;
import org.keyhopper.central.server.internal.config.Operation;

/** The defaults of the Java runtime after the configuration was applied. */
@Isolated("changes defaults of the Java runtime")
class OutgoingNetworkTest {

    @TempDir
    Path folder;

    private final ProxySelector proxies = ProxySelector.getDefault();
    private final Authenticator authenticator = Authenticator.getDefault();
    private final SSLSocketFactory sockets = HttpsURLConnection.getDefaultSSLSocketFactory();
    private SSLContext tls;

    @BeforeEach
    void remember() throws Exception {
        tls = SSLContext.getDefault();
    }

    @AfterEach
    void reset() {
        ProxySelector.setDefault(proxies);
        Authenticator.setDefault(authenticator);
        HttpsURLConnection.setDefaultSSLSocketFactory(sockets);
        SSLContext.setDefault(tls);
    }

    private Operation operation(NetworkSettings network, Optional<Path> password) {
        return new Operation(
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                Duration.ofSeconds(1),
                network,
                password,
                Optional.empty());
    }

    @Test
    void proxyAndItsAccountApplyToAllConnections() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "s3cret\r\n");
        NetworkSettings.Proxy proxy = NetworkSettings.Proxy.parse(
                        "proxy.example:3128", Optional.of("anna"), List.of(".example.org"))
                .orElseThrow();
        OutgoingNetwork.apply(
                operation(new NetworkSettings(Optional.of(proxy), Optional.empty()), Optional.of(password)));
        Proxy used = ProxySelector.getDefault()
                .select(URI.create("https://graph.example.com"))
                .getFirst();
        assertTrue(used.address().toString().contains("proxy.example"), used::toString);
        assertEquals(List.of(Proxy.NO_PROXY), ProxySelector.getDefault().select(URI.create("https://a.example.org")));
        PasswordAuthentication account = Authenticator.requestPasswordAuthentication(
                "proxy.example",
                InetAddress.getLoopbackAddress(),
                3128,
                "https",
                "",
                "basic",
                URI.create("https://graph.example.com").toURL(),
                RequestorType.PROXY);
        assertEquals("anna", account.getUserName());
        assertArrayEquals("s3cret".toCharArray(), account.getPassword(), "without the end of the line");
    }

    @Test
    void authoritiesThatAreNoneAreNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("authorities.pem"), "nothing");
        NetworkSettings network = new NetworkSettings(Optional.empty(), Optional.of(file));
        GeneralSecurityException refusal = assertThrows(
                GeneralSecurityException.class, () -> OutgoingNetwork.apply(operation(network, Optional.empty())));
        assertTrue(refusal.getMessage().startsWith("network.authorities: "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(file.toString()), refusal.getMessage());
    }
}
