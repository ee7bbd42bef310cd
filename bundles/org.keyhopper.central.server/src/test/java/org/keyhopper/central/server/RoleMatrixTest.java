package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.server.TestStation.Reply;
import org.keyhopper.central.server.internal.token.AccessTokens;
import org.keyhopper.central.station.IssuedCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.fido.Authenticators;

/** Every route of the OpenAPI document with every role, and with every token that must be refused. */
class RoleMatrixTest extends ServerFixture {

    /** What a body has for all routes. */
    private static final String BODY =
            "{\"name\":\"n\",\"obstacles\":[],\"directory\":\"contoso\",\"people\":[],\"login\":\"l\","
                    + "\"grants\":[],\"privileges\":[],\"claim\":\"c\",\"rules\":[],\"device\":{\"aaguid\":"
                    + "\"6b657968-6f70-7065-7200-000000000001\"},\"credentialId\":\"AA\",\"clientDataJSON\":\"AA\","
                    + "\"attestationObject\":\"AA\",\"passkeyName\":\"p\",\"passkey\":\"p\",\"account\":\"a\",\"sealed\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}";

    /** A route of the document. */
    private record Route(String method, String path, boolean open) {

        String name() {
            return method + " " + path;
        }

        String address(String request) {
            return path.replace("{request}", request)
                    .replace("{claim}", "999")
                    .replace("{position}", "1")
                    .replaceAll("\\{\\w+}", "unknown");
        }
    }

    private static List<Route> routes() throws Exception {
        List<Route> routes = new ArrayList<>();
        try (InputStream in = RoleMatrixTest.class.getResourceAsStream("/openapi.json")) {
            JsonObject paths = JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject()
                    .getAsJsonObject("paths");
            paths.entrySet()
                    .forEach(
                            path -> path.getValue().getAsJsonObject().entrySet().forEach(method -> {
                                boolean open =
                                        !method.getValue().getAsJsonObject().has("security");
                                routes.add(new Route(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), open));
                            }));
        }
        return routes;
    }

    private TestStation joined(Role role) throws Exception {
        return joined(role, new Scope.Everything());
    }

    private TestStation joined(Role role, Scope scope) throws Exception {
        TestStation client = new TestStation(server.url().toString());
        try (Central central = Central.of(
                        database.store(),
                        StationFactory.directories(database.directories(), List::of),
                        Authenticators.verifier(),
                        Optional::empty);
                Secret code = central.stations()
                        .issueCode(
                                ADMINISTRATOR,
                                UUID.randomUUID().toString(),
                                Station.Kind.API_CLIENT,
                                role.name(),
                                List.of(new Grant(role, scope)))
                        .result()
                        .flatMap(IssuedCode::code)
                        .orElseThrow()) {
            assertEquals(201, client.join(new String(code.toChars())).status());
        }
        assertEquals(200, client.signIn().status());
        return client;
    }

    private Reply call(TestStation client, Route route) throws Exception {
        return client.call(route.method(), route.address(request.value()), BODY);
    }

    @Test
    void everyRouteWithEveryRole() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.DEFAULTS) {
            TestStation client = joined(role);
            for (Route route : routes()) {
                if (route.open() || RoutePrivileges.WITHOUT_PRIVILEGE.contains(route.name())) {
                    continue;
                }
                Set<Privilege> needed = RoutePrivileges.NEEDED.get(route.name());
                boolean allowed = needed.stream().anyMatch(role.privileges()::contains);
                Reply reply = call(client, route);
                boolean refused = reply.body().has("code") && "central.not-permitted".equals(reply.code());
                if (refused == allowed || reply.status() >= 500 || reply.status() == 401) {
                    wrong.add(role.name() + ": " + route.name() + " " + reply.status() + " " + reply.body());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void roleForAnotherDirectoryOpensNoRoute() throws Exception {
        List<String> wrong = new ArrayList<>();
        TestStation client = joined(Role.ADMINISTRATOR, new Scope.OneDirectory("fabrikam"));
        for (Route route : routes()) {
            // Lists are of what may be seen.
            boolean isOfThisDirectory =
                    route.path().contains("{request}") || route.method().equals("POST");
            if (route.open() || RoutePrivileges.WITHOUT_PRIVILEGE.contains(route.name()) || !isOfThisDirectory) {
                continue;
            }
            Reply reply = call(client, route);
            if (reply.status() != 403 && reply.status() != 404) {
                wrong.add(route.name() + " " + reply.status() + " " + reply.body());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void callsForAClaimNeedThePrivilegeEachTime() throws Exception {
        joined();
        Reply claimed = station.claim(request.value(), "k1");
        assertEquals(201, claimed.status(), claimed.body()::toString);
        long claim = claimed.body().get("claim").getAsLong();
        TestStation administrator = joined(Role.ADMINISTRATOR);
        String path = "/api/v1/stations/" + station.id;
        assertEquals(
                200,
                administrator
                        .put(path, "{\"grants\":[{\"role\":\"View Only\",\"directory\":\"contoso\"}]}")
                        .status());
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            if (route.path().contains("{claim}")) {
                String address = route.path().replace("{claim}", Long.toString(claim));
                Reply reply = station.call(route.method(), address, BODY);
                if (reply.status() != 403 || !"central.not-permitted".equals(reply.code())) {
                    wrong.add(route.name() + " " + reply.status() + " " + reply.body());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyRouteOfTheDocumentIsInTheMatrix() throws Exception {
        List<String> missing = routes().stream()
                .filter(route -> !route.open())
                .map(Route::name)
                .filter(name ->
                        !RoutePrivileges.NEEDED.containsKey(name) && !RoutePrivileges.WITHOUT_PRIVILEGE.contains(name))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyRouteRefusesWrongTokens() throws Exception {
        TestStation client = joined(Role.ADMINISTRATOR);
        String used = code("contoso");
        assertEquals(201, new TestStation(client.url).join(used).status());
        assertEquals(403, new TestStation(client.url).join(used).status(), "with another key");
        Station known =
                database.store().write(in -> in.stations().find(client.id)).orElseThrow();
        String url = server.url().toString();
        Clock before = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));
        String good = client.token;
        Map<String, String> tokens = new TreeMap<>(Map.of(
                "expired", new AccessTokens(database, url, before).issue(known),
                "wrong audience", new AccessTokens(database, "https://other.example", Clock.systemUTC()).issue(known),
                "wrong algorithm", withSharedSecret(good),
                "used one-time code", used,
                "not a token", "x"));
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            if (route.open()) {
                continue;
            }
            for (Map.Entry<String, String> token : tokens.entrySet()) {
                client.token = token.getValue();
                expectRefusal(wrong, token.getKey() + ": " + route.name(), call(client, route));
            }
            client.token = null;
            expectRefusal(wrong, "no token: " + route.name(), call(client, route));
            TestStation thief = new TestStation(url);
            thief.token = good;
            expectRefusal(wrong, "other key: " + route.name(), call(thief, route));
            client.token = good;
            String path = route.address(request.value());
            String proof = client.proof(client.claims(route.method(), path).build());
            client.call(route.method(), path, BODY, proof);
            expectRefusal(wrong, "replayed: " + route.name(), client.call(route.method(), path, BODY, proof));
        }
        assertEquals(List.of(), wrong);
    }

    private static void expectRefusal(List<String> wrong, String what, Reply reply) {
        if (reply.status() != 401) {
            wrong.add(what + " " + reply.status() + " " + reply.body());
        }
    }

    /** Signs the claims of a token anew with HMAC, as if the public key were a secret. */
    private static String withSharedSecret(String token) throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims);
        forged.sign(new MACSigner(new byte[32]));
        return forged.serialize();
    }
}
