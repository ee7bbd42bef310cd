package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.client.internal.HttpCentralConnector;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralPrivilege;
import org.keyhopper.core.central.CentralStatus;
import org.keyhopper.core.central.CentralStatus.Connection;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.station.ConfigurableStation;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.store.StationStore;

/** An operator signs in at a whole station, with the client of the product, through browser and loopback address. */
class SignedInStationTest extends SignInFixture {

    private static final Pattern FIELD = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    @TempDir
    Path home;

    private final List<String> failures = new CopyOnWriteArrayList<>();
    private StationStore store;
    private ConfigurableStation desk;

    @BeforeEach
    void join() throws Exception {
        browser.signIn("newcomer");
        String csrf = TestBrowser.csrf(browser.get("/"));
        browser.post("/administrator", Map.of("csrf", csrf, "code", firstCode()));
        store = StationStore.open(home, Optional::empty);
        desk = opened();
        HttpResponse<String> code = browser.api("POST", "/api/v1/stations/codes", "{\"name\":\"Desk\",\"grants\":[]}");
        String value = JsonParser.parseString(code.body())
                .getAsJsonObject()
                .get("code")
                .getAsString();
        try (Secret secret = Secret.of(value)) {
            JoinOrder order = new JoinOrder(URI.create(server.url().toString()), Optional.empty(), "Main", secret);
            assertEquals(Optional.empty(), desk.central().join(order).failure());
        }
    }

    private ConfigurableStation opened() {
        ConfigurableStation station = StationFactory.create(
                store, Authenticators.factory(), Authenticators.verifier(), Authenticators.metadataReader());
        station.add(new HttpCentralConnector(Duration.ofMillis(20)));
        return station;
    }

    @AfterEach
    void closeStation() {
        desk.close();
        store.close();
    }

    private CentralStatus status() {
        return desk.central().status().orElseThrow();
    }

    /** Agrees on Central's page as the operator does, and follows the redirect to the station. */
    private void agree(URI page) {
        Thread.ofVirtual().start(() -> {
            try {
                String path = page.getRawPath() + "?" + page.getRawQuery();
                Map<String, String> form = new HashMap<>();
                Matcher field = FIELD.matcher(browser.get(path).body());
                while (field.find()) {
                    form.put(field.group(1), field.group(2));
                }
                URI back = URI.create(TestBrowser.location(browser.post("/authorize", form)));
                try (HttpClient client = HttpClient.newHttpClient()) {
                    URI forged = URI.create(back.toString().replaceAll("state=[^&]*", "state=forged"));
                    int refused = client.send(
                                    HttpRequest.newBuilder(forged).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    if (refused != 400) {
                        failures.add("a visit without the state was taken: " + refused);
                    }
                    client.send(HttpRequest.newBuilder(back).build(), HttpResponse.BodyHandlers.discarding());
                }
            } catch (IOException | InterruptedException | RuntimeException e) {
                failures.add(e.toString());
            } catch (Exception e) {
                failures.add(e.toString());
            }
        });
    }

    @Test
    void stationWorksWithTheRolesOfTheOperatorUntilTheySignOut() {
        assertEquals(Optional.empty(), desk.central().check().failure());
        assertEquals(Optional.empty(), status().access().orElseThrow().operator());
        assertFalse(status().may(CentralPrivilege.VIEW_REQUESTS), "the station was given no role");
        Answer<CentralAccess> signedIn = desk.central().signIn(this::agree, () -> !failures.isEmpty());
        assertEquals(List.of(), failures);
        assertEquals(Optional.empty(), signedIn.failure());
        assertTrue(status().access().orElseThrow().operator().isPresent());
        assertTrue(status().may(CentralPrivilege.VIEW_REQUESTS));
        assertEquals(List.of(), desk.requests().list());
        ConfigurableStation again = opened();
        assertTrue(again.central().check().result().orElseThrow().operator().isPresent(), "kept over a restart");
        again.close();
        assertEquals(
                Optional.empty(),
                desk.central().signOut().result().orElseThrow().operator());
        assertFalse(status().may(CentralPrivilege.VIEW_REQUESTS));
    }

    @Test
    void signInThatEndedInThePortalIsNotTakenForAnOutage() throws Exception {
        desk.central().signIn(this::agree, () -> !failures.isEmpty());
        browser.post("/sign-out", Map.of("csrf", TestBrowser.csrf(browser.get("/"))));
        desk.close();
        desk = opened();
        Problem refused = desk.central().check().failure().orElseThrow();
        assertTrue(refused.is(CentralConnectionProblem.SIGN_IN_ENDED), refused::toString);
        assertEquals(Connection.SIGNED_OUT, status().connection());
        assertEquals(Optional.of(true), desk.central().leave().result(), "the station leaves with its own key");
        assertEquals(Optional.empty(), desk.central().status());
    }

    @Test
    void signInCanBeGivenUp() {
        Problem given = desk.central().signIn(page -> {}, () -> true).failure().orElseThrow();
        assertTrue(given.is(CentralConnectionProblem.SIGN_IN_CANCELLED), given::toString);
        assertEquals(
                Optional.empty(), desk.central().check().result().orElseThrow().operator());
    }

    @Test
    void serverThatIsGoneIsLost() throws Exception {
        desk.central().check();
        assertEquals(Connection.CONNECTED, status().connection());
        server.close();
        desk.central().check();
        assertEquals(Connection.LOST, status().connection());
    }
}
