package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.keyhopper.central.server.internal.CentralServer;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.config.Operation;
import org.keyhopper.central.server.internal.config.RecordSettings;
import org.keyhopper.central.server.internal.config.SignInConfiguration;

/** An OpenID provider whose metadata leads Central into its own network. */
@Isolated("changes defaults of the Java runtime")
class ProviderGuardTest {

    @TempDir
    Path folder;

    private ServerSocket inside;
    private HttpServer provider;
    private volatile String tokens;
    private String issuer;

    @BeforeEach
    void listen() throws IOException {
        inside = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        inside.setSoTimeout(100);
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
        provider.createContext("/.well-known/openid-configuration", exchange -> {
            byte[] metadata = ("{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + issuer
                            + "/authorize\",\"token_endpoint\":\"" + tokens + "\",\"jwks_uri\":\"" + tokens
                            + "\",\"subject_types_supported\":[\"public\"],\"response_types_supported\":[\"code\"],"
                            + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, metadata.length);
            exchange.getResponseBody().write(metadata);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void close() throws IOException {
        provider.stop(0);
        inside.close();
    }

    private CentralServer server(List<String> allowed) throws Exception {
        SignInConfiguration signIn = new SignInConfiguration(
                Optional.of(new SignInConfiguration.Provider(
                        URI.create(issuer), "central", Optional.empty(), List.of("openid"), "sub")),
                Duration.ofMinutes(30),
                Duration.ofHours(10),
                false);
        RecordSettings records =
                new RecordSettings(RecordSettings.NONE.audit(), allowed, Optional.empty(), Optional.empty(), Map.of());
        return CentralServer.start(
                new Configuration(
                        folder,
                        Optional.empty(),
                        "127.0.0.1",
                        0,
                        URI.create("http://127.0.0.1:0"),
                        Optional.empty(),
                        Operation.DEFAULT,
                        records,
                        signIn),
                List::of);
    }

    private void expectNoConnection() {
        assertThrows(SocketTimeoutException.class, () -> inside.accept(), "no one has connected");
    }

    @Test
    void addressesOfTheMetadataAreChecked() throws Exception {
        for (String host : List.of("localhost", "127.0.0.2", "[::1]", "[::ffff:127.0.0.1]")) {
            tokens = "https://" + host + ":" + inside.getLocalPort() + "/token";
            try (CentralServer server = server(List.of("127.0.0.1"))) {
                TestBrowser browser = new TestBrowser(server.url().toString());
                URI authorization = URI.create(TestBrowser.location(browser.get("/sign-in")));
                String state = authorization.getQuery().replaceAll(".*\\bstate=([^&]+).*", "$1");
                HttpResponse<String> refused = browser.get("/sign-in/callback?code=c&state=" + state);
                assertEquals(403, refused.statusCode(), refused.body());
            }
            expectNoConnection();
        }
    }

    @Test
    void providerInTheOwnNetworkHasToBeAllowed() throws Exception {
        tokens = issuer + "/token";
        try (CentralServer server = server(List.of())) {
            HttpResponse<String> refused = new TestBrowser(server.url().toString()).get("/sign-in");
            assertEquals(403, refused.statusCode(), refused.body());
        }
        try (CentralServer server = server(List.of("127.0.0.1"))) {
            HttpResponse<String> sent = new TestBrowser(server.url().toString()).get("/sign-in");
            assertTrue(TestBrowser.location(sent).startsWith(issuer + "/authorize?"), sent.body());
        }
    }
}
