package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are no proper HTTP, or that {@link RouteFuzzTest} found to fail. None changes anything, so one server takes all. */
class MalformedCallTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final ServerFixture FIXTURE = new ServerFixture() {};

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        FIXTURE.folder = folder;
        FIXTURE.start();
    }

    @AfterAll
    static void stop() {
        FIXTURE.stop();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"412", "..%2f", "{{7*7}}", "1-1-1-1-1", "de;q=x", ";", "\"", "a:b"})
    void languageThatCannotBeReadIsEnglish(String language) throws Exception {
        HttpResponse<String> reply = send(HttpRequest.newBuilder(URI.create(FIXTURE.server.url() + "/api/v1/session"))
                .header("Accept-Language", language));
        assertEquals(401, reply.statusCode(), reply.body());
        assertTrue(reply.body().contains("Sign in"), reply.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-AT", "fr, de;q=0.5, en;q=0.1"})
    void preferredLanguageIsUsed(String language) throws Exception {
        HttpResponse<String> reply = send(HttpRequest.newBuilder(URI.create(FIXTURE.server.url() + "/api/v1/session"))
                .header("Accept-Language", language));
        assertTrue(reply.body().contains("Melden Sie sich"), reply.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a b", "%"})
    void characterSetThatIsUnknownIsRefused(String charset) throws Exception {
        HttpResponse<String> reply = send(HttpRequest.newBuilder(URI.create(FIXTURE.server.url() + "/api/v1/stations"))
                .header("Content-Type", "application/json;charset=\"" + charset + "\"")
                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"AAAAA\"}")));
        assertEquals(400, reply.statusCode(), reply.body());
    }

    /** A form whose type is a wildcard was read as one, and failed. */
    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*"})
    void bodyWithoutATypeOfItsOwnIsRefused(String type) throws Exception {
        HttpResponse<String> reply = send(HttpRequest.newBuilder(URI.create(FIXTURE.server.url() + "/api/v1/token"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        assertEquals(415, reply.statusCode(), reply.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/requests/%zz HTTP/1.1",
                "GET /api/v1/requests/%c0%af HTTP/1.1",
                "GET /api/v1/requests/%00 HTTP/1.1",
                "GET /api/v1/../../health HTTP/1.1",
                "GET /api/v1/requests?limit=%zz HTTP/1.1",
                "GET /api/v1/requests?cursor=%ff%fe HTTP/1.1",
                "GET //api//v1//requests HTTP/1.1",
                "GET /api/v1/requests;a=b/x HTTP/1.1",
                "TRACE /health HTTP/1.1",
                "NONSENSE /api/v1/requests HTTP/1.1",
                "GET http://169.254.169.254/ HTTP/1.1",
                "GET\u0000 /health HTTP/1.1"
            })
    void malformedRequestIsRefused(String line) throws Exception {
        String reply = raw(line + "\r\nHost: " + FIXTURE.server.url().getAuthority() + "\r\nConnection: close\r\n\r\n");
        assertTrue(reply.matches("(?s)HTTP/1\\.1 [234]\\d\\d .*"), reply);
        assertFalse(RouteFuzzTest.INSIDE.matcher(reply).find(), reply);
    }

    @Test
    void methodThatIsEchoedByTraceIsNotSupported() throws Exception {
        String reply = raw("TRACE /health HTTP/1.1\r\nHost: "
                + FIXTURE.server.url().getAuthority() + "\r\nX-Secret: 4711\r\nConnection: close\r\n\r\n");
        assertFalse(reply.contains("4711"), reply);
    }

    private String raw(String text) throws Exception {
        URI url = FIXTURE.server.url();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout((int) LONGEST.toMillis());
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
