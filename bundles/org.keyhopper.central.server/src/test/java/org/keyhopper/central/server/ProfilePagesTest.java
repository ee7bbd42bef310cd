package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.profile.NamedProfile;
import org.keyhopper.documents.ProfileJson;
import org.keyhopper.documents.ReadResult;

/** Named profiles in a browser without scripts. */
class ProfilePagesTest extends PortalFixture {

    private static final String NAME = "Strict " + HOSTILE;

    private HttpResponse<String> send(TestBrowser browser, String path, Map<String, String> fields) throws Exception {
        Map<String, String> form = new TreeMap<>(fields);
        form.put("csrf", TestBrowser.csrf(page(browser, "/")));
        return browser.post(path, form);
    }

    private static Map<String, String> form(String version) {
        Map<String, String> form = new TreeMap<>();
        form.put("action", "save");
        form.put("version", version);
        form.put("name", NAME);
        form.put("pin", "RANDOM");
        form.put("digits", "8");
        form.put("minimum", "6");
        form.put("ALWAYS_UV", "on");
        form.put("deviceName", "{user} {serial}");
        form.put("rpIds", "login.example, other.example");
        return form;
    }

    private Optional<NamedProfile> stored() {
        return database.store().write(in -> in.profiles().find(NAME));
    }

    @Test
    void profileIsAddedChangedAndRemoved() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        assertTrue(page(browser, "/profiles").body().contains("No profile has a name yet"));
        assertEquals(303, send(browser, "/profiles/edit", form("0")).statusCode());
        assertEquals(Optional.of(Profile.Unsupported.LEAVE_OUT), stored().map(named -> named.profile()
                .unsupported()));
        HttpResponse<String> again = send(browser, "/profiles/edit", form("0"));
        assertEquals(422, again.statusCode(), "the name is taken");
        assertTrue(again.body().contains("value=\"{user} {serial}\""), "what was typed stays");
        String list = page(browser, "/profiles").body();
        assertTrue(list.contains("Each device gets a random PIN of 8 digits"), list);
        assertTrue(list.contains("login.example, other.example"), list);
        assertFalse(list.contains(HOSTILE), list);
        assertEquals(List.of(), HtmlCheck.faults(list));
        String name = URLEncoder.encode(NAME, StandardCharsets.UTF_8);
        String edit = page(browser, "/profiles/edit?name=" + name).body();
        assertTrue(edit.contains("name=\"ALWAYS_UV\" checked"), edit);
        assertEquals(List.of(), HtmlCheck.faults(edit));
        Map<String, String> changed = form("1");
        changed.put("refuse", "on");
        assertEquals(303, send(browser, "/profiles/edit", changed).statusCode());
        assertEquals(422, send(browser, "/profiles/edit", changed).statusCode(), "stale");
        HttpResponse<String> file = page(browser, "/profiles/file?name=" + name);
        assertEquals(
                Optional.of("attachment; filename=\"Strict__script_alert_1___script____.json\""),
                file.headers().firstValue("Content-Disposition"));
        assertEquals(
                stored().map(NamedProfile::profile),
                ProfileJson.read(file.body()) instanceof ReadResult.Success<Profile>(Profile it, List<String> none)
                        ? Optional.of(it)
                        : Optional.empty());
        String question = page(browser, "/profiles/remove?name=" + name).body();
        assertTrue(question.contains("No request was made with it."), question);
        assertEquals(
                303,
                send(browser, "/profiles/remove", Map.of("name", NAME, "version", "2"))
                        .statusCode());
        assertEquals(Optional.empty(), stored());
        String trail = page(browser, "/audit").body();
        assertTrue(trail.contains("Profile changed") && trail.contains("Profile removed"), trail);
    }

    @Test
    void faultsStandAtTheirFieldsAndNothingIsStored() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        Map<String, String> form = form("0");
        form.put("digits", "3");
        form.put("deviceName", "{holder}");
        form.put("models", "x");
        form.put("rpIds", "Login.Example");
        HttpResponse<String> refused = send(browser, "/profiles/edit", form);
        assertEquals(422, refused.statusCode());
        for (String field : List.of("digits", "deviceName", "models", "rpIds")) {
            assertTrue(refused.body().contains("id=\"fault-" + field + "\""), field + refused.body());
        }
        assertTrue(refused.body().contains("“{holder}” is no placeholder."), refused.body());
        assertEquals(List.of(), HtmlCheck.faults(refused.body()));
        assertEquals(Optional.empty(), stored());
    }

    @Test
    void fileFillsTheFieldsOrSaysInWhichLineItIsWrong() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        Map<String, String> form = form("0");
        form.put("action", "file");
        form.put("json", "{\"pin\": {\"rule\": \"random\",\n  \"length\": 3}}");
        HttpResponse<String> refused = send(browser, "/profiles/edit", form);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("Line 2, pin.length:"), refused.body());
        assertTrue(refused.body().contains("value=\"{user} {serial}\""), "what was typed stays");
        form.put("json", "{\"pin\": {\"rule\": \"keep\"}, \"unsupported\": \"refuse\"}");
        HttpResponse<String> filled = send(browser, "/profiles/edit", form);
        assertEquals(200, filled.statusCode(), filled.body());
        assertTrue(filled.body().contains("value=\"KEEP\" checked"), filled.body());
        assertTrue(filled.body().contains("name=\"refuse\" checked"), filled.body());
        assertFalse(filled.body().contains("name=\"ALWAYS_UV\" checked"), filled.body());
        assertEquals(Optional.empty(), stored());
    }

    @Test
    void requestIsFilledInFromAProfileWhichKnowsIt() throws Exception {
        send(signedIn(Role.ADMINISTRATOR), "/profiles/edit", form("0"));
        TestBrowser browser = signedIn(Role.DEVICE_SERVICE_ADMINISTRATOR);
        Map<String, String> form = new TreeMap<>(Map.of(
                "action", "profile",
                "profile", NAME,
                "name", "Autumn",
                "directory", "contoso",
                "people", "anna@contoso.example",
                "key", key()));
        HttpResponse<String> filled = send(browser, "/requests/new", form);
        assertTrue(filled.body().contains("name=\"digits\" type=\"number\" min=\"4\" max=\"63\" value=\"8\""));
        assertTrue(filled.body().contains("value=\"login.example other.example\""), filled.body());
        assertEquals(List.of(), HtmlCheck.faults(filled.body()));
        form.putAll(form("0"));
        form.put("name", "Autumn");
        form.put("action", "create");
        HttpResponse<String> created = send(browser, "/requests/new", form);
        assertEquals(303, created.statusCode(), created.body());
        form.put("key", key());
        form.put("digits", "9");
        form.put("name", "With a profile of its own");
        assertEquals(303, send(browser, "/requests/new", form).statusCode());
        String path = TestBrowser.location(created).replaceAll(".*(/requests/[^?]+).*", "$1");
        assertTrue(page(browser, path).body().contains("/profiles/requests?name=Strict"));
        String name = URLEncoder.encode(NAME, StandardCharsets.UTF_8);
        String uses = page(browser, "/profiles/requests?name=" + name).body();
        assertTrue(uses.contains(">Autumn</a>"), uses);
        assertFalse(uses.contains("With a profile of its own"), uses);
        assertFalse(uses.contains("with earlier values"), uses);
        Map<String, String> changed = form("1");
        changed.put("digits", "10");
        assertEquals(
                303,
                send(signedIn(Role.ADMINISTRATOR), "/profiles/edit", changed).statusCode());
        String later = page(signedIn(Role.VIEW_ONLY), "/requests").body();
        assertTrue(later.contains("Autumn"), later);
        assertTrue(page(signedIn(Role.AUDITOR), "/profiles/requests?name=" + name)
                .body()
                .contains("with earlier values"));
    }

    @Test
    void changesNeedThePrivilege() throws Exception {
        TestBrowser browser = signedIn(Role.AUDITOR);
        for (HttpResponse<String> refused : List.of(
                page(browser, "/profiles/new"),
                page(browser, "/profiles/edit?name=x"),
                page(browser, "/profiles/remove?name=x"),
                send(browser, "/profiles/edit", form("0")),
                send(browser, "/profiles/remove", Map.of("name", NAME, "version", "1")))) {
            assertEquals(403, refused.statusCode());
            assertTrue(refused.body().contains("Manage profiles and policy"), refused.body());
        }
        assertEquals(Optional.empty(), stored());
    }
}
