package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Role;
import org.keyhopper.core.directory.DirectoryAccount;

/** The forms of directories: what is stored, where secrets may go, and who may do it. */
class DirectoryPagesTest extends PortalFixture {

    private static final String TYPED = "typed-secret-4711";

    private Map<String, String> form(TestBrowser browser, boolean add, String name) throws Exception {
        Map<String, String> form = new HashMap<>();
        form.put("csrf", TestBrowser.csrf(page(browser, "/")));
        form.put("type", "entra");
        form.put("add", Boolean.toString(add));
        form.put("name", name);
        form.put("setting.tenant", directory.credentials().tenant());
        form.put("setting.clientId", directory.credentials().clientId());
        form.put("setting.loginUrl", directory.loginUrl());
        form.put("setting.graphUrl", directory.graphUrl());
        return form;
    }

    private Optional<String> secretOf(String name) {
        DirectoryAccount account = database.directories().find(name).orElseThrow();
        try (Secret secret =
                database.directories().secretsOf(account).get("clientSecret").orElse(null)) {
            return Optional.ofNullable(secret).map(it -> new String(it.toChars()));
        }
    }

    @Test
    void directoryIsAddedWithItsSecret() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        HttpResponse<String> empty = page(browser, "/directories/new?type=entra");
        assertTrue(empty.body().contains("name=\"setting.clientSecret\" type=\"password\""), empty.body());
        assertEquals(404, page(browser, "/directories/new?type=none").statusCode());
        Map<String, String> form = form(browser, true, "second one");
        String tenant = form.put("setting.tenant", "");
        form.put("setting.clientSecret", TYPED);
        HttpResponse<String> refused = browser.post("/directories/edit", form);
        assertEquals(422, refused.statusCode(), "there is no tenant");
        assertFalse(refused.body().contains(TYPED), "a secret is not sent back");
        form.put("setting.tenant", tenant);
        assertTrue(refused.body().contains("value=\"second one\""), "what was typed stays");
        form.put("setting.certificate", "/etc/passwd");
        assertEquals(303, browser.post("/directories/edit", form).statusCode());
        assertEquals(Optional.of(TYPED), secretOf("second one"));
        assertEquals(
                Optional.empty(),
                database.directories()
                        .find("second one")
                        .orElseThrow()
                        .settings()
                        .get("certificate"),
                "a browser names no files of the server");
        assertFalse(page(browser, "/directories/edit?name=second+one").body().contains(TYPED));
        HttpResponse<String> again = browser.post("/directories/edit", form);
        assertEquals(422, again.statusCode(), "there is one with this name");
        assertFalse(again.body().contains(TYPED), "a secret is not sent back");
        assertTrue(page(browser, "/audit").body().contains("Directory configured"));
    }

    @Test
    void storedSecretGoesToNoOtherAddress() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        Map<String, String> form = form(browser, false, "contoso");
        assertEquals(303, browser.post("/directories/edit", form).statusCode());
        assertEquals(Optional.of(directory.credentials().clientSecret()), secretOf("contoso"), "kept");
        form.put("setting.loginUrl", "http://localhost:1/login");
        HttpResponse<String> tried = browser.post("/directories/try", form);
        assertFalse(tried.body().contains("outcome good"), tried.body());
        assertEquals(303, browser.post("/directories/edit", form).statusCode());
        assertEquals(Optional.empty(), secretOf("contoso"), "it was entered for another address");
    }

    @Test
    void overviewRemindsOfTheLastDayOfASecret() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        assertFalse(page(browser, "/").body().contains("Secret of contoso"));
        Map<String, String> form = form(browser, false, "contoso");
        form.put("secretEnd", LocalDate.now().plusDays(20).toString());
        assertEquals(303, browser.post("/directories/edit", form).statusCode());
        String overview = page(browser, "/").body();
        assertTrue(overview.contains("Secret of contoso"), overview);
        assertTrue(overview.contains("outcome attention"), overview);
        assertEquals(List.of(), HtmlCheck.faults(overview));
        assertTrue(page(browser, "/directories/edit?name=contoso").body().contains(form.get("secretEnd")));
        form.put("secretEnd", "");
        assertEquals(303, browser.post("/directories/edit", form).statusCode());
        assertFalse(page(browser, "/").body().contains("Secret of contoso"));
        form.put("secretEnd", "tomorrow");
        assertEquals(400, browser.post("/directories/edit", form).statusCode());
    }

    @Test
    void connectionIsTestedWithoutStoring() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        Map<String, String> form = form(browser, false, "contoso");
        HttpResponse<String> good = browser.post("/directories/try", form);
        assertTrue(good.body().contains("outcome good"), good.body());
        assertFalse(good.body().contains("outcome bad"), good.body());
        form.put("setting.clientSecret", TYPED);
        HttpResponse<String> wrong = browser.post("/directories/try", form);
        assertTrue(wrong.body().contains("outcome bad"), wrong.body());
        assertFalse(wrong.body().contains(TYPED), wrong.body());
        assertEquals(Optional.of(directory.credentials().clientSecret()), secretOf("contoso"));
        HttpResponse<String> stored = browser.post(
                "/directories/test", Map.of("csrf", TestBrowser.csrf(page(browser, "/")), "name", "contoso"));
        assertTrue(stored.body().contains("outcome good"), stored.body());
    }

    @Test
    void changesOfTheDirectoryAreConfirmed() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        String path = "/directories/changes?name=contoso";
        assertTrue(page(browser, "/directories/edit?name=contoso").body().contains(path));
        Map<String, String> form = new HashMap<>();
        HttpResponse<String> empty = page(browser, path);
        form.put("csrf", TestBrowser.csrf(empty));
        form.put("name", "contoso");
        form.put("version", empty.body().replaceAll("(?s).*name=\"version\" value=\"([^\"]*)\".*", "$1"));
        form.put("obstacles", "directory.mfa-disabled\r\n\r\n");
        assertEquals(303, browser.post("/directories/changes", form).statusCode());
        assertEquals(Set.of("directory.mfa-disabled"), confirmed());
        assertTrue(page(browser, path).body().contains(">directory.mfa-disabled</textarea>"));
        form.put("obstacles", "");
        assertEquals(412, browser.post("/directories/changes", form).statusCode(), "another version");
        form.put("version", "1");
        assertEquals(303, browser.post("/directories/changes", form).statusCode());
        assertEquals(Set.of(), confirmed());
        assertEquals(422, page(browser, "/directories/changes?name=none").statusCode());
    }

    private Set<String> confirmed() {
        return database.store()
                .write(in -> in.settings().confirmedChanges("contoso"))
                .obstacles();
    }

    @Test
    void othersMayNot() throws Exception {
        TestBrowser browser = signedIn(Role.DEVICE_SERVICE_ADMINISTRATOR);
        for (String path :
                new String[] {"/directories/edit", "/directories/try", "/directories/test", "/directories/changes"}) {
            HttpResponse<String> refused = browser.post(path, form(browser, false, "contoso"));
            assertEquals(403, refused.statusCode(), path);
        }
        for (String path :
                new String[] {"/directories/new", "/directories/edit?name=contoso", "/directories/changes?name=contoso"
                }) {
            HttpResponse<String> refused = page(browser, path);
            assertEquals(403, refused.statusCode(), path);
            assertTrue(refused.body().contains("Manage directories"), refused.body());
        }
    }
}
