package org.keyhopper.directory.support.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.testkit.certificate.SelfSignedCertificate;

/** Connections by way of a proxy with an account, and to a server whose authority is unknown. */
class ProxyTest {

    /** Of "anna:geheim". */
    private static final String RIGHT = "Proxy-Authorization: Basic YW5uYTpnZWhlaW0=";

    private static final String DENIED =
            "HTTP/1.1 407 Denied\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private final ProxySelector selector = ProxySelector.getDefault();
    private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
    private ServerSocket server;
    private volatile String denial = DENIED;
    private volatile char[] password = "geheim".toCharArray();

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        ProxySelector.setDefault(new OneProxy());
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                boolean isOurs =
                        getRequestorType() == RequestorType.PROXY && getRequestingPort() == server.getLocalPort();
                return isOurs ? new PasswordAuthentication("anna", password) : null;
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        ProxySelector.setDefault(selector);
        Authenticator.setDefault(null);
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                String request = read(socket.getInputStream());
                received.add(request);
                boolean tunnel = request.startsWith("CONNECT");
                String answer = request.contains(RIGHT) ? OK : denial;
                if (!tunnel || answer.equals(denial)) {
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException closed) {
                assertTrue(closed.getMessage() != null);
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            text.append((char) next);
            if (text.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return text.toString();
    }

    private Answer<ApiResponse> post(String address) {
        try (HttpSender sender = new HttpSender(Duration.ofSeconds(5))) {
            return sender.send(
                    ApiRequest.post(URI.create(address), "{}", Effect.NON_IDEMPOTENT), Deadline.inSeconds(5));
        }
    }

    private static ProblemCode failure(Answer<ApiResponse> answer) {
        assertTrue(answer instanceof Answer.Failed<ApiResponse>, () -> "not a failure: " + answer);
        return answer.failure().orElseThrow().code();
    }

    @Test
    void sendsTheAccountWithTheFirstRequest() {
        assertEquals(
                200,
                post("http://directory.example/users").result().orElseThrow().status());
        assertEquals(1, received.size());
    }

    /** Whether it has the account depends on what the JVM read of a property before; a system test sees that. */
    @Test
    void asksForATunnelToTheService() throws InterruptedException {
        post("https://directory.example/users");
        String connect = received.take();
        assertTrue(connect.startsWith("CONNECT directory.example:443"), connect);
    }

    @Test
    void aWrongPasswordIsAFailureWithNothingSent() {
        password = "falsch".toCharArray();
        assertEquals(NetworkProblem.PROXY_SIGN_IN, failure(post("http://directory.example/users")));
        assertEquals(NetworkProblem.PROXY_SIGN_IN, failure(post("https://directory.example/users")));
    }

    @Test
    void aTunnelThatIsRefusedIsAFailureWithNothingSent() {
        denial = "HTTP/1.1 503 Unavailable\r\nContent-Length: 0\r\n\r\n";
        password = "falsch".toCharArray();
        assertEquals(DirectoryProblem.UNREACHABLE, failure(post("https://directory.example/users")));
    }

    @Test
    void aProxyThatWasReplacedIsNotUsedAnyMore() {
        try (HttpSender sender = new HttpSender(Duration.ofSeconds(5))) {
            ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress(server.getInetAddress(), 1)));
            sender.send(
                    ApiRequest.post(URI.create("http://directory.example/users"), "{}", Effect.NON_IDEMPOTENT),
                    Deadline.inSeconds(5));
        }
        assertTrue(received.isEmpty(), received::toString);
    }

    @Test
    void theAccountStaysWithTheProxy() throws InterruptedException {
        ProxySelector.setDefault(selector);
        post("http://127.0.0.1:" + server.getLocalPort() + "/users");
        String request = received.take();
        assertFalse(request.contains("Proxy-Authorization"), request);
    }

    @Test
    void aCertificateOfAnUnknownAuthority(@TempDir Path folder) throws Exception {
        ProxySelector.setDefault(selector);
        HttpsServer tls = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        tls.setHttpsConfigurator(
                new HttpsConfigurator(SelfSignedCertificate.make(folder.resolve("keys.p12"), "EC", "localhost")
                        .tls()));
        tls.start();
        try {
            assertEquals(
                    NetworkProblem.CERTIFICATE_NOT_TRUSTED,
                    failure(post("https://localhost:" + tls.getAddress().getPort() + "/users")));
        } finally {
            tls.stop(0);
        }
    }

    private final class OneProxy extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            return List.of(
                    new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("localhost", server.getLocalPort())));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
