package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.rehearsal.oidc.OidcMisbehaviour;

/** Operators sign in with a browser, at a provider that may misbehave. */
class SignInTest extends SignInFixture {

    private static final int FOUND = 303;

    @Test
    void firstAdministratorSignsInAndOut() throws Exception {
        HttpResponse<String> start = browser.get("/");
        assertEquals(
                "/sign-in?return=%2F",
                TestBrowser.location(start).replace(server.url().toString(), ""));
        HttpResponse<String> signedIn = browser.signIn("newcomer");
        assertEquals(FOUND, signedIn.statusCode(), signedIn.body());
        HttpResponse<String> page = browser.get("/");
        assertTrue(page.body().contains("Nora Newcomer"), page.body());
        assertTrue(page.body().contains("no role yet"), page.body());
        String csrf = TestBrowser.csrf(page);
        String code = firstCode();
        assertEquals(
                403,
                browser.post("/administrator", Map.of("csrf", csrf, "code", "AAAAA"))
                        .statusCode());
        assertEquals(
                FOUND,
                browser.post("/administrator", Map.of("csrf", csrf, "code", code))
                        .statusCode());
        assertEquals(200, browser.get("/api/v1/operators").statusCode());
        String session = browser.cookies.get("__Host-keyhopper-session");
        HttpResponse<String> out = browser.post("/sign-out", Map.of("csrf", csrf));
        assertTrue(TestBrowser.location(out).startsWith(provider.issuer() + "/end-session?"), out::toString);
        browser.cookies.put("__Host-keyhopper-session", session);
        assertEquals(401, browser.get("/api/v1/operators").statusCode());
    }

    @Test
    void cookieAndHeadersAreStrict() throws Exception {
        HttpResponse<String> signedIn = browser.signIn("newcomer");
        List<String> cookies = signedIn.headers().allValues("Set-Cookie");
        assertTrue(
                cookies.stream()
                        .anyMatch(it -> it.matches(
                                "__Host-keyhopper-session=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax")),
                cookies::toString);
        HttpResponse<String> page = browser.get("/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; style-src 'self'; script-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertEquals(Optional.of("DENY"), page.headers().firstValue("X-Frame-Options"));
        assertEquals(Optional.of("no-store"), page.headers().firstValue("Cache-Control"));
        assertFalse(page.body().contains("<script>"), page.body());
        assertEquals(200, browser.get("/api-description").statusCode());
    }

    @Test
    void sessionHasNewIdAfterEachSignIn() throws Exception {
        browser.signIn("newcomer");
        String first = browser.cookies.get("__Host-keyhopper-session");
        browser.signIn("newcomer");
        assertNotEquals(first, browser.cookies.get("__Host-keyhopper-session"));
    }

    @ParameterizedTest
    @EnumSource(value = OidcMisbehaviour.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void wrongIdTokenIsRefused(OidcMisbehaviour wrong) throws Exception {
        provider.misbehave(wrong);
        HttpResponse<String> refused = browser.signIn("administrator");
        assertEquals(403, refused.statusCode(), refused.body());
        assertFalse(browser.cookies.containsKey("__Host-keyhopper-session"));
        provider.misbehave(OidcMisbehaviour.NONE);
        assertEquals(FOUND, browser.signIn("administrator").statusCode());
    }

    @Test
    void rolledKeysAreReadAgain() throws Exception {
        assertEquals(FOUND, browser.signIn("administrator").statusCode());
        provider.rollKeys();
        assertEquals(FOUND, browser.signIn("administrator").statusCode());
    }

    @Test
    void answerIsUsedOnceByTheBrowserThatAsked() throws Exception {
        String callback = browser.callback("newcomer", "/sign-in");
        TestBrowser another = new TestBrowser(server.url().toString());
        another.get("/sign-in");
        assertEquals(403, another.get(callback).statusCode(), "the victim of a forged sign-in");
        assertEquals(403, browser.get(callback).statusCode(), "spent");
        callback = browser.callback("newcomer", "/sign-in");
        String cookie = browser.cookies.get("__Host-keyhopper-sign-in");
        assertEquals(FOUND, browser.get(callback).statusCode());
        browser.cookies.put("__Host-keyhopper-sign-in", cookie);
        assertEquals(403, browser.get(callback).statusCode(), "a second time");
    }

    @Test
    void answerOfAnotherIssuerIsRefused() throws Exception {
        String callback = browser.callback("newcomer", "/sign-in");
        assertEquals(
                403, browser.get(callback + "&iss=https%3A%2F%2Fother.example").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https%3A%2F%2Fevil.example",
                "%2F%2Fevil.example",
                "%2F%5Cevil.example",
                "evil",
                "%2F%09%2Fevil",
                ""
            })
    void noRedirectToAnotherAddress(String asked) throws Exception {
        HttpResponse<String> back = browser.get(browser.callback("newcomer", "/sign-in?return=" + asked));
        assertEquals(
                server.url() + "/",
                URI.create(server.url() + "/")
                        .resolve(TestBrowser.location(back))
                        .toString());
    }

    @Test
    void pathThatWasAskedForIsOpenedAfterTheSignIn() throws Exception {
        HttpResponse<String> back = browser.get(browser.callback("newcomer", "/sign-in?return=%2Fapi-description"));
        assertTrue(TestBrowser.location(back).endsWith("/api-description"));
    }

    @Test
    void changeNeedsTheTokenOfTheSession() throws Exception {
        browser.signIn("newcomer");
        assertEquals(403, browser.post("/sign-out", Map.of()).statusCode());
        assertEquals(403, browser.post("/sign-out", Map.of("csrf", "other")).statusCode());
        HttpResponse<String> forged = browser.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/requests"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertEquals("central.forgery-suspected", code(forged));
        assertEquals(200, browser.get("/").statusCode(), "still signed in");
    }

    private static String code(HttpResponse<String> response) {
        return JsonParser.parseString(response.body())
                .getAsJsonObject()
                .get("code")
                .getAsString();
    }

    @Test
    void codeThatWasNotMadeIsRefusedInAnEmergency() throws Exception {
        assertEquals(200, browser.get("/sign-in/emergency").statusCode());
        assertEquals(
                403, browser.post("/sign-in/emergency", Map.of("code", "AAAAA")).statusCode());
    }
}
