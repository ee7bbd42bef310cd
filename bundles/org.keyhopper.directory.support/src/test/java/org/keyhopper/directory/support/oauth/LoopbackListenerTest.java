package org.keyhopper.directory.support.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.directory.support.oauth.LoopbackListener.Redirect;

class LoopbackListenerTest {

    private static ServerSocket anotherProgram(String loopback) throws IOException {
        InetAddress address = InetAddress.getByName(loopback);
        assumeTrue(NetworkInterface.getByInetAddress(address) != null, loopback);
        return new ServerSocket(0, 1, address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aPortThatAnotherProgramHasAtEitherLoopbackIsPassedOver(String loopback) throws IOException {
        try (ServerSocket taken = anotherProgram(loopback);
                LoopbackListener listener =
                        LoopbackListener.open(new Redirect(List.of(taken.getLocalPort(), 0), "/back"), "state")) {
            assertNotEquals(taken.getLocalPort(), listener.redirect().getPort());
            assertEquals("/back", listener.redirect().getPath());
        }
    }

    @Test
    void thereIsNoneWhenEveryPortIsTaken() throws IOException {
        try (ServerSocket taken = anotherProgram("127.0.0.1")) {
            Redirect address = new Redirect(List.of(taken.getLocalPort()), "");
            assertThrows(BindException.class, () -> LoopbackListener.open(address, "state"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]"})
    void theBrowserMayComeByEitherLoopback(String host) throws IOException, InterruptedException {
        assumeTrue(NetworkInterface.getByInetAddress(InetAddress.getByName(host)) != null, host);
        try (LoopbackListener listener = LoopbackListener.open(Redirect.ANY_PORT, "mine");
                HttpClient browser = HttpClient.newHttpClient()) {
            URI address =
                    URI.create("http://" + host + ":" + listener.redirect().getPort() + "/?code=7&state=");
            assertEquals(400, status(browser, address + "other"));
            assertEquals(200, status(browser, address + "mine"));
            Optional<Map<String, String>> came = listener.await(Deadline.in(Duration.ofMinutes(1)), () -> false);
            assertEquals(Optional.of(Map.of("code", "7", "state", "mine")), came);
        }
    }

    private static int status(HttpClient browser, String address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void thePortsAreFreeAgainAfterwards() throws IOException {
        int port;
        try (LoopbackListener listener = LoopbackListener.open(Redirect.ANY_PORT, "state")) {
            port = listener.redirect().getPort();
        }
        try (LoopbackListener again = LoopbackListener.open(new Redirect(List.of(port), ""), "state")) {
            assertTrue(again.redirect().toString().endsWith(":" + port), again.redirect()::toString);
        }
    }
}
