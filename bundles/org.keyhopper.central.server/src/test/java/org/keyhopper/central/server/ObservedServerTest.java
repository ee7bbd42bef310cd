package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.central.server.TestStation.Reply;
import org.keyhopper.central.server.internal.CentralServer;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.config.Operation;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** What monitoring sees of a server. */
class ObservedServerTest extends ServerFixture {

    private CentralServer second;

    @BeforeEach
    void startAnother() throws Exception {
        Operation operation = new Operation(
                Optional.empty(),
                OptionalInt.of(0),
                List.of(),
                Duration.ofSeconds(5),
                NetworkSettings.SYSTEM,
                Optional.empty(),
                Optional.empty());
        second = CentralServer.start(
                new Configuration(
                        folder,
                        Optional.empty(),
                        "127.0.0.1",
                        0,
                        URI.create("http://127.0.0.1:0"),
                        Optional.empty(),
                        operation),
                List::of);
    }

    @AfterEach
    void stopOther() {
        second.close();
    }

    private String local(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + second.localPort().getAsInt() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private Reply get(CentralServer of, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(of.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return station.send(request.build());
    }

    @Test
    void metricsCountCallsByRouteAndNameNobody() throws Exception {
        assertEquals(200, get(second, "/health").status());
        assertEquals(404, get(second, "/api/v1/secret-name").status());
        String metrics = local("/metrics");
        assertTrue(
                metrics.contains("keyhopper_calls_seconds_count{method=\"GET\",route=\"/health\",status=\"200\"} 1"),
                metrics);
        assertTrue(metrics.contains("route=\"unknown\",status=\"404\"} 1"), metrics);
        assertTrue(metrics.contains("keyhopper_recipients{outcome=\"PENDING\"} 3"), metrics);
        assertTrue(metrics.contains("keyhopper_claims_open 0"), metrics);
        assertTrue(metrics.contains("keyhopper_instances 2"), metrics);
        assertTrue(metrics.contains("keyhopper_database_up 1"), metrics);
        assertTrue(metrics.contains("jvm_memory_used_bytes"), metrics);
        assertFalse(metrics.contains("secret-name"), metrics);
        for (SandboxUser user : sandbox.users()) {
            assertFalse(metrics.contains(user.userPrincipalName()), metrics);
        }
    }

    @Test
    void instancesAreSeenAndDetailsStayLocal() throws Exception {
        JsonObject full = JsonParser.parseString(local("/health")).getAsJsonObject();
        assertEquals("UP", full.get("status").getAsString(), full::toString);
        assertEquals(2, full.getAsJsonArray("instances").size());
        JsonObject open = get(second, "/health").body();
        assertEquals(2, open.get("instances").getAsInt());
        assertFalse(open.has("version"));
        assertEquals("UP", get(second, "/health/ready").body().get("status").getAsString());
        assertEquals("UP", get(second, "/health/live").body().get("status").getAsString());
        server.close();
        assertEquals(1, get(second, "/health").body().get("instances").getAsInt());
    }

    @Test
    void callTakesItsIdFromTheProxyIfItIsOne() throws Exception {
        String id = "0f0e0d0c-0b0a-4908-8706-050403020100";
        assertEquals(id, idOf(get(second, "/health", "X-Request-Id", id)));
        assertEquals(id, idOf(get(second, "/health", "X-Request-Id", id.replace("-", ""))));
        assertNotEquals("anything", idOf(get(second, "/health", "X-Request-Id", "anything")));
    }

    private static String idOf(Reply reply) {
        return reply.response().headers().firstValue("X-Request-Id").orElseThrow();
    }
}
