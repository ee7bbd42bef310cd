package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.station.IssuedCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.fido.Authenticators;

/**
 * Calls every route of the OpenAPI document with values made up from a seed. No reply may be a failure of the server, hold a
 * stack trace, or stay away. The properties {@code fuzz.seed} and {@code fuzz.seconds} give another seed and more time;
 * {@code releng/fuzz} sets them.
 */
class RouteFuzzTest extends ServerFixture {

    private static final long SEED = Long.getLong("fuzz.seed", 18);
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("fuzz.seconds", 0));
    private static final int LEAST_CALLS = 5;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int FAILURE = 500;
    private static final int TOO_MANY = 429;
    private static final int SHOWN = 600;
    private static final int MOST_SHOWN = 5;
    static final Pattern INSIDE = Pattern.compile(
            "\\bat"
                    + " [\\w.$/]+\\(|Exception|\\b(java|jakarta|org\\.(keyhopper|eclipse|glassfish|sqlite|postgresql))\\.\\w|SQLITE");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "application/xml",
            "nonsense",
            "*/*");

    private static final List<Role> ROLES =
            List.of(Role.ADMINISTRATOR, Role.ADMINISTRATOR, Role.OPERATOR, Role.OPERATOR, Role.AUDITOR);

    private final FuzzValues values = new FuzzValues(SEED);
    private final List<TestStation> callers = new ArrayList<>();
    private final TreeMap<Integer, Integer> statuses = new TreeMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void noRouteFails() throws Exception {
        for (Role role : ROLES) {
            callers.add(joined(role));
        }
        know();
        List<FuzzRoute> routes = FuzzRoute.all();
        List<String> wrong = new ArrayList<>();
        long began = System.nanoTime();
        for (int round = 0; round < LEAST_CALLS || System.nanoTime() - began < TIME.toNanos(); round++) {
            for (FuzzRoute route : routes) {
                call(route).ifPresent(wrong::add);
            }
        }
        assertEquals(
                List.of(),
                wrong.stream().limit(MOST_SHOWN).toList(),
                () -> "with the seed " + SEED + ": " + wrong.size());
        assertTrue(statuses.keySet().stream().anyMatch(status -> status < 300), statuses::toString);
        assertEquals(200, health(), "it still serves");
    }

    /** Tells the values what exists. */
    private void know() {
        values.remember("request", request.value());
        values.remember("position", "0");
        values.remember("position", "1");
        values.remember("directory", "contoso");
        values.remember("limit", "10");
        values.remember("code", code("contoso"));
        values.remember("aaguid", "6b657968-6f70-7065-7200-000000000001");
        values.remember("versions", "FIDO_2_1");
        sandbox.users().forEach(user -> values.remember("user", user.userPrincipalName()));
        Role.DEFAULTS.forEach(role -> values.remember("role", role.name()));
        for (Privilege privilege : Privilege.values()) {
            values.remember("privileges", privilege.name());
        }
        callers.forEach(caller -> {
            values.remember("station", caller.id);
            values.remember("client", caller.id);
        });
    }

    private TestStation joined(Role role) throws Exception {
        TestStation caller = new TestStation(server.url().toString());
        try (Central central = Central.of(
                        database.store(),
                        StationFactory.directories(database.directories(), List::of),
                        Authenticators.verifier(),
                        Optional::empty);
                Secret code = central.stations()
                        .issueCode(
                                ADMINISTRATOR,
                                UUID.randomUUID().toString(),
                                role.equals(Role.OPERATOR) ? Station.Kind.STATION : Station.Kind.API_CLIENT,
                                "caller",
                                List.of(new Grant(role, new Scope.Everything())))
                        .result()
                        .flatMap(IssuedCode::code)
                        .orElseThrow()) {
            assertEquals(201, caller.join(new String(code.toChars())).status());
        }
        assertEquals(200, caller.signIn().status());
        return caller;
    }

    /** Makes a call; returns what is wrong with the reply. */
    private Optional<String> call(FuzzRoute route) throws Exception {
        TestStation caller = values.any(callers);
        String address = route.address(values);
        Optional<String> body = route.body(values);
        HttpRequest request = request(caller, route, address, body);
        String what = shown(request, body.orElse(""));
        HttpResponse<String> reply;
        try {
            reply = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            return Optional.of(what + ": no reply");
        } catch (IOException e) {
            // The server ends the connection when a body is too long.
            return body.orElse("").length() > SHOWN ? Optional.empty() : withoutReplyAgain(request, what);
        }
        statuses.merge(reply.statusCode(), 1, Integer::sum);
        if (reply.statusCode() == TOO_MANY) {
            Thread.sleep(100);
        }
        if (reply.statusCode() == 401 && values.chance(50)) {
            // It may have revoked itself, or its token has expired.
            callers.set(callers.indexOf(caller), joined(values.any(ROLES)));
        }
        boolean isOptions = "OPTIONS".equals(request.method());
        boolean isWrong = reply.statusCode() >= FAILURE
                || INSIDE.matcher(reply.body()).find()
                || !isOptions && !remembered(reply);
        return isWrong ? Optional.of(what + ": " + reply.statusCode() + " " + reply.body()) : Optional.empty();
    }

    /** A connection that the server closes after a bad call may be chosen for the next one just then; a new one may not fail. */
    private static Optional<String> withoutReplyAgain(HttpRequest request, String what) throws InterruptedException {
        try (HttpClient other = HttpClient.newHttpClient()) {
            HttpResponse<String> reply = other.send(request, HttpResponse.BodyHandlers.ofString());
            return reply.statusCode() < FAILURE ? Optional.empty() : Optional.of(what + ": " + reply.statusCode());
        } catch (IOException e) {
            return Optional.of(what + ": " + e);
        }
    }

    private static String shown(HttpRequest request, String body) {
        Map<String, List<String>> headers = new TreeMap<>(request.headers().map());
        headers.remove("Authorization");
        headers.remove("DPoP");
        return request.method() + " " + request.uri().getRawPath() + " " + headers + " "
                + body.substring(0, Math.min(body.length(), SHOWN));
    }

    private boolean remembered(HttpResponse<String> reply) {
        reply.headers().firstValue("ETag").ifPresent(version -> values.remember("If-Match", version));
        if (reply.body().isEmpty()) {
            return true;
        }
        try {
            values.remember(JsonParser.parseString(reply.body()));
            return true;
        } catch (JsonParseException e) {
            return false;
        }
    }

    private HttpRequest request(TestStation caller, FuzzRoute route, String address, Optional<String> body)
            throws Exception {
        String method = values.chance(2) ? values.any(List.of("PATCH", "OPTIONS", "HEAD", "PUT")) : route.method();
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(caller.url + address))
                .timeout(LONGEST)
                .method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody));
        if (!values.chance(3)) {
            call.header("Authorization", "DPoP " + caller.token);
            call.header("DPoP", caller.proof(caller.claims(method, path).build()));
        }
        header(call, "Idempotency-Key", values.chance(70) ? UUID.randomUUID().toString() : values.text("key"));
        header(call, "If-Match", values.chance(60) ? "\"1\"" : values.text("If-Match"));
        header(call, "Accept-Language", values.chance(80) ? "de" : values.text("language"));
        header(call, "Content-Type", values.chance(92) ? "application/json" : values.any(TYPES));
        if (values.chance(5)) {
            header(call, "Cookie", "__Host-keyhopper-session=" + values.text("cookie"));
            header(call, "Accept", values.text("accept"));
        }
        return call.build();
    }

    private static void header(HttpRequest.Builder call, String name, String value) {
        boolean canBeSent = value.length() < SHOWN && value.chars().allMatch(it -> it >= ' ' && it < 0x7f);
        if (canBeSent) {
            call.setHeader(name, value);
        }
    }

    private int health() throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
