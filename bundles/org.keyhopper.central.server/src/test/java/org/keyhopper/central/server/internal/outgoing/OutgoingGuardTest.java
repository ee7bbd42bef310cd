package org.keyhopper.central.server.internal.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The HTTP clients of the process under the rule for outgoing addresses. */
@Isolated("changes defaults of the Java runtime")
class OutgoingGuardTest {

    private final List<String> resolved = new ArrayList<>();
    private ServerSocket inside;

    @BeforeEach
    void listen() throws Exception {
        inside = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        inside.setSoTimeout(5000);
    }

    @AfterEach
    void close() throws Exception {
        inside.close();
    }

    private IOException refused(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return assertThrows(IOException.class, () -> client.send(request, HttpResponse.BodyHandlers.discarding()));
        }
    }

    @Test
    void ownNetworkIsNotReached() throws Exception {
        try (OutgoingGuard guard = OutgoingGuard.install(new AddressRule(List.of()))) {
            String place = "127.0.0.1:" + inside.getLocalPort();
            assertTrue(refused("https://" + place + "/").getMessage().contains("403"));
            assertTrue(refused("https://localhost:" + inside.getLocalPort())
                    .getMessage()
                    .contains("403"));
            HttpRequest plain =
                    HttpRequest.newBuilder(URI.create("http://" + place)).build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                assertEquals(
                        405,
                        client.send(plain, HttpResponse.BodyHandlers.discarding())
                                .statusCode(),
                        "the tunnel passes on nothing but TLS");
            }
            assertThrows(IOException.class, () -> guard.sockets().connect("127.0.0.1", inside.getLocalPort(), 1000));
        }
        inside.setSoTimeout(1);
        assertThrows(SocketTimeoutException.class, () -> inside.accept(), "no one has connected");
    }

    @Test
    void allowedHostIsReached() throws Exception {
        try (OutgoingGuard guard = OutgoingGuard.install(new AddressRule(List.of("127.0.0.1")))) {
            assertEquals(List.of(Proxy.NO_PROXY), guard.select(URI.create("https://127.0.0.1")));
            try (Socket socket = guard.sockets().connect("127.0.0.1", inside.getLocalPort(), 1000)) {
                assertTrue(socket.isConnected());
            }
        }
    }

    @Test
    void nameIsResolvedOnceForCheckAndConnection() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        AddressRule rule = new AddressRule(List.of(), host -> {
            resolved.add(host);
            // TEST-NET-1 would be refused; this one is public and answers no one here.
            return resolved.size() == 1
                    ? new InetAddress[] {InetAddress.getByName("192.88.98.1")}
                    : new InetAddress[] {loopback};
        });
        assertThrows(IOException.class, () -> new OutgoingSockets(rule)
                .connect("rebinding.example", inside.getLocalPort(), 100));
        assertEquals(List.of("rebinding.example"), resolved);
    }

    @Test
    void formerDefaultComesBack() throws Exception {
        ProxySelector before = ProxySelector.getDefault();
        OutgoingGuard.install(new AddressRule(List.of())).close();
        assertEquals(before, ProxySelector.getDefault());
    }

    @Test
    void proxyThatIsConfiguredIsUsedForPublicHosts() throws Exception {
        ProxySelector before = ProxySelector.getDefault();
        InetSocketAddress address = InetSocketAddress.createUnresolved("proxy.example", 3128);
        ProxySelector.setDefault(ProxySelector.of(address));
        try (OutgoingGuard guard = OutgoingGuard.install(new AddressRule(List.of()))) {
            assertEquals(
                    address,
                    guard.select(URI.create("https://20.190.160.1")).getFirst().address());
            assertNotEquals(
                    address,
                    guard.select(URI.create("https://10.0.0.1")).getFirst().address());
        } finally {
            ProxySelector.setDefault(before);
        }
    }
}
