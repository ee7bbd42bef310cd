package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.central.server.TestStation.Reply;

/** An operator signs in at a station through browser and loopback address. */
class OperatorAtStationTest extends SignInFixture {

    private static final String REDIRECT = "http://127.0.0.1:4711/signed-in";
    private static final String VERIFIER = "v".repeat(43);
    private static final Pattern FIELD = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    private TestStation station;

    @BeforeEach
    void join() throws Exception {
        browser.signIn("newcomer");
        String csrf = TestBrowser.csrf(browser.get("/"));
        browser.post("/administrator", Map.of("csrf", csrf, "code", firstCode()));
        station = joined();
    }

    private TestStation joined() throws Exception {
        TestStation joining = new TestStation(server.url().toString());
        HttpResponse<String> code = browser.api("POST", "/api/v1/stations/codes", "{\"name\":\"Desk\",\"grants\":[]}");
        assertEquals(201, code.statusCode(), code.body());
        String value = JsonParser.parseString(code.body())
                .getAsJsonObject()
                .get("code")
                .getAsString();
        assertEquals(201, joining.join(value).status());
        return joining;
    }

    private static String challenge() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private String address(String client, String redirect) throws Exception {
        return "/authorize?response_type=code&client_id=" + client + "&redirect_uri="
                + URLEncoder.encode(redirect, StandardCharsets.UTF_8) + "&code_challenge=" + challenge()
                + "&code_challenge_method=S256&state=s1";
    }

    /** Returns the code that the browser brings to the station. */
    private String code() throws Exception {
        HttpResponse<String> page = browser.get(address(station.id, REDIRECT));
        assertEquals(200, page.statusCode(), page.body());
        assertTrue(page.body().contains("Desk"), page.body());
        Map<String, String> form = new HashMap<>();
        Matcher field = FIELD.matcher(page.body());
        while (field.find()) {
            form.put(field.group(1), field.group(2));
        }
        String location = TestBrowser.location(browser.post("/authorize", form));
        assertTrue(location.startsWith(REDIRECT + "?code="), location);
        assertTrue(location.contains("&state=s1&iss="), location);
        return location.substring(location.indexOf('=') + 1, location.indexOf('&'));
    }

    private Reply redeem(TestStation by, String code, String redirect, String verifier) throws Exception {
        return by.token(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirect,
                "code_verifier", verifier));
    }

    @Test
    void stationWorksWithTheRolesOfTheOperator() throws Exception {
        assertEquals(200, station.signIn().status());
        assertEquals(
                "central.not-permitted",
                station.call("GET", "/api/v1/operators", "").code());
        Reply redeemed = redeem(station, code(), REDIRECT, VERIFIER);
        assertEquals(200, redeemed.status(), redeemed.body()::toString);
        station.token = redeemed.body().get("access_token").getAsString();
        assertEquals(200, station.call("GET", "/api/v1/operators", "").status());
        JsonObject session = station.call("GET", "/api/v1/session", "").body();
        assertEquals("OPERATOR", session.get("kind").getAsString());
        assertFalse(session.get("name").getAsString().isEmpty(), session::toString);
        assertTrue(session.get("privileges").toString().contains("MANAGE_OPERATORS"), session::toString);
        String refresh = redeemed.body().get("refresh_token").getAsString();
        Reply refreshed = station.token(Map.of("grant_type", "refresh_token", "refresh_token", refresh));
        assertEquals(200, refreshed.status(), refreshed.body()::toString);
        assertEquals(
                403,
                joined().token(Map.of("grant_type", "refresh_token", "refresh_token", refresh))
                        .status(),
                "bound to the key of the station");
        browser.post("/sign-out", Map.of("csrf", TestBrowser.csrf(browser.get("/"))));
        assertEquals(
                403,
                station.token(Map.of("grant_type", "refresh_token", "refresh_token", refresh))
                        .status(),
                "the operator has signed out");
    }

    @Test
    void codeIsForOneStationAddressAndVerifier() throws Exception {
        TestStation another = joined();
        assertEquals(403, redeem(another, code(), REDIRECT, VERIFIER).status());
        assertEquals(
                403,
                redeem(station, code(), "http://127.0.0.1:4711/other", VERIFIER).status());
        assertEquals(403, redeem(station, code(), REDIRECT, "w".repeat(43)).status());
        String code = code();
        assertEquals(200, redeem(station, code, REDIRECT, VERIFIER).status());
        assertEquals(403, redeem(station, code, REDIRECT, VERIFIER).status(), "used");
        assertEquals(
                403,
                station.token(Map.of("grant_type", "refresh_token", "refresh_token", code()))
                        .status());
    }

    @Test
    void codeIsSentToLoopbackOnly() throws Exception {
        for (String redirect : new String[] {
            "https://evil.example/",
            "http://127.0.0.1.evil.example:80/",
            "http://127.0.0.1:80@evil.example/",
            "http://localhost:80/"
        }) {
            assertEquals(400, browser.get(address(station.id, redirect)).statusCode(), redirect);
        }
        assertEquals(400, browser.get(address("unknown", REDIRECT)).statusCode());
    }

    @Test
    void browserThatIsNotSignedInSignsInFirst() throws Exception {
        TestBrowser fresh = new TestBrowser(server.url().toString());
        String signIn = TestBrowser.location(fresh.get(address(station.id, REDIRECT)));
        HttpResponse<String> back = fresh.get(fresh.callback(
                "newcomer",
                URI.create(signIn).getRawPath() + "?" + URI.create(signIn).getRawQuery()));
        assertTrue(TestBrowser.location(back).contains("/authorize?response_type=code"), back::toString);
    }
}
