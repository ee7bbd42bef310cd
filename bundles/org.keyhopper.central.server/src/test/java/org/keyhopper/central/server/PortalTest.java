package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.portal.PageTemplates;
import org.keyhopper.central.station.Station;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** The pages of the portal over HTTP: who may see them, and what they never do. */
class PortalTest extends PortalFixture {

    private static final Set<Privilege> SIGHT = Set.of(Privilege.MANAGE_OPERATORS, Privilege.VIEW_AUDIT_TRAIL);

    /** What a page needs: one of these privileges, nothing if the set is empty. */
    private Map<String, Set<Privilege>> pages() {
        Map<String, Set<Privilege>> pages = new LinkedHashMap<>();
        String one = "/requests/" + request;
        pages.put("/", Set.of());
        pages.put("/requests", Set.of(Privilege.VIEW_REQUESTS));
        pages.put("/requests/new", Set.of(Privilege.CREATE_REQUEST));
        pages.put("/inventory", Set.of(Privilege.VIEW_INVENTORY));
        pages.put("/inventory/inventory.csv", Set.of(Privilege.VIEW_INVENTORY));
        pages.put("/shipments", Set.of(Privilege.MANAGE_SHIPMENTS));
        pages.put("/shipments/new", Set.of(Privilege.MANAGE_SHIPMENTS));
        pages.put("/operators", SIGHT);
        pages.put("/operators/new", Set.of(Privilege.MANAGE_OPERATORS));
        pages.put("/roles", SIGHT);
        pages.put("/roles/new", Set.of(Privilege.MANAGE_OPERATORS));
        pages.put("/roles/mapping", Set.of(Privilege.MANAGE_OPERATORS));
        pages.put("/stations", SIGHT);
        pages.put("/stations/new", Set.of(Privilege.MANAGE_OPERATORS));
        pages.put("/api-clients", SIGHT);
        pages.put("/api-clients/new", Set.of(Privilege.MANAGE_OPERATORS));
        pages.put("/policy", Set.of(Privilege.MANAGE_PROFILES, Privilege.VIEW_AUDIT_TRAIL));
        pages.put("/profiles", Set.of(Privilege.MANAGE_PROFILES, Privilege.CREATE_REQUEST, Privilege.VIEW_AUDIT_TRAIL));
        pages.put("/profiles/new", Set.of(Privilege.MANAGE_PROFILES));
        pages.put("/directories", Set.of(Privilege.MANAGE_DIRECTORIES));
        pages.put("/audit", Set.of(Privilege.VIEW_AUDIT_TRAIL));
        pages.put("/audit?from=2026-01-01&to=wrong&zone=nowhere", Set.of(Privilege.VIEW_AUDIT_TRAIL));
        pages.put("/audit/verification", Set.of(Privilege.VIEW_AUDIT_TRAIL));
        pages.put("/audit/audit.jsonl", Set.of(Privilege.VIEW_AUDIT_TRAIL));
        pages.put("/licence", Set.of(Privilege.MANAGE_LICENCE));
        pages.put("/downloads", Set.of(Privilege.DOWNLOAD_SOFTWARE));
        pages.put("/downloads/SHA256SUMS", Set.of(Privilege.DOWNLOAD_SOFTWARE));
        pages.put(one, Set.of(Privilege.VIEW_REQUESTS));
        pages.put(one + "/people", Set.of(Privilege.VIEW_REQUESTS));
        pages.put(one + "/people/1", Set.of(Privilege.VIEW_REQUESTS));
        pages.put(one + "/pins", Set.of(Privilege.VIEW_INITIAL_PIN));
        pages.put(one + "/provision", Set.of(Privilege.PROVISION_NOW));
        pages.put(one + "/edit", Set.of(Privilege.CREATE_REQUEST));
        pages.put(one + "/delete", Set.of(Privilege.DELETE_REQUEST));
        pages.put(one + "/report.csv", Set.of(Privilege.DOWNLOAD_PROVISIONED_USERS));
        pages.put(one + "/report.pdf", Set.of(Privilege.DOWNLOAD_PROVISIONED_USERS));
        pages.put(one + "/report.json", Set.of(Privilege.DOWNLOAD_PROVISIONED_USERS));
        return pages;
    }

    @Test
    void everyPageWithEveryRole() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.DEFAULTS) {
            TestBrowser browser = signedIn(role);
            pages().forEach((path, needed) -> {
                boolean allowed = needed.isEmpty() || needed.stream().anyMatch(role.privileges()::contains);
                check(wrong, role.name() + " " + path, get(browser, path), allowed, needed);
            });
        }
        assertEquals(List.of(), wrong);
    }

    private HttpResponse<String> get(TestBrowser browser, String path) {
        try {
            return page(browser, path);
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    private static void check(
            List<String> wrong, String what, HttpResponse<String> page, boolean allowed, Set<Privilege> needed) {
        if (page.statusCode() != (allowed ? 200 : 403)) {
            wrong.add(what + " " + page.statusCode() + " " + page.body());
        }
        boolean named = needed.stream().anyMatch(privilege -> page.body()
                .contains(PageTemplates.text(Locale.ENGLISH, "privilege." + privilege)));
        if (!allowed && !named) {
            wrong.add(what + " does not name the privilege: " + page.body());
        }
        if (!Optional.of("no-store").equals(page.headers().firstValue("Cache-Control"))) {
            wrong.add(what + " may be kept in a cache");
        }
        if (page.body().contains(HOSTILE) && !what.endsWith(".csv") && !what.endsWith(".json")) {
            wrong.add(what + " does not escape");
        }
        if (page.body().startsWith("<!DOCTYPE")) {
            HtmlCheck.faults(page.body()).forEach(fault -> wrong.add(what + ": " + fault));
        }
    }

    @Test
    void roleMappingIsChangedByItsForm() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        HttpResponse<String> form = page(browser, "/roles/mapping");
        String version = form.body().replaceAll("(?s).*name=\"version\" value=\"([^\"]*)\".*", "$1");
        HttpResponse<String> saved = browser.post(
                "/roles/mapping",
                Map.of(
                        "csrf", TestBrowser.csrf(form),
                        "version", version,
                        "claim", "groups",
                        "value", "desk",
                        "role", "Operator",
                        "scope", "all",
                        "where", ""));
        assertEquals(303, saved.statusCode(), saved.body());
        assertTrue(page(browser, "/roles").body().contains("<dt>desk</dt>"));
    }

    @Test
    void everyChangeNeedsTheTokenOfTheSession() throws Exception {
        TestBrowser browser = signedIn(Role.DEVICE_SERVICE_ADMINISTRATOR);
        for (String change : List.of("edit", "approval", "retry", "delete")) {
            HttpResponse<String> forged = browser.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/requests/" + request + "/" + change))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", "text/html")
                            .POST(HttpRequest.BodyPublishers.ofString("csrf=x&version=0")));
            assertEquals(403, forged.statusCode(), change);
            assertTrue(forged.body().startsWith("<!DOCTYPE html>"), forged.body());
        }
        assertEquals(200, page(browser, "/requests/" + request).statusCode());
    }

    @Test
    void requestIsAssignedToAStation() throws Exception {
        TestBrowser browser = signedIn(Role.DEVICE_SERVICE_ADMINISTRATOR);
        Station printer =
                new Station("s1", Station.Kind.STATION, "Printer 7", "t", "{}", List.of(), Instant.now(), false, 1);
        database.store().write(in -> {
            in.stations().add(printer, "hash");
            return printer;
        });
        String path = "/requests/" + request;
        HttpResponse<String> form = page(browser, path + "/edit");
        assertTrue(form.body().contains("<option value=\"s1\">Printer 7</option>"), form.body());
        assertEquals(List.of(), HtmlCheck.faults(form.body()));
        Map<String, String> terms =
                Map.of("csrf", TestBrowser.csrf(form), "version", "0", "assignee", "s1", "due", "", "note", "");
        assertEquals(303, browser.post(path + "/edit", terms).statusCode());
        assertTrue(page(browser, path).body().contains("<dd>Printer 7</dd>"));
        String again = page(browser, path + "/edit").body();
        assertTrue(again.contains("<option value=\"s1\" selected>Printer 7</option>"), again);
    }

    @Test
    void requestIsAssignedAndDeleted() throws Exception {
        TestBrowser browser = signedIn(Role.DEVICE_SERVICE_ADMINISTRATOR);
        String path = "/requests/" + request;
        HttpResponse<String> form = page(browser, path + "/edit");
        String csrf = TestBrowser.csrf(form);
        Map<String, String> wrong =
                Map.of("csrf", csrf, "version", "0", "assignee", "", "due", "tomorrow", "note", "kept text");
        HttpResponse<String> refused = browser.post(path + "/edit", wrong);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("kept text"), "what was typed stays");
        Map<String, String> right =
                Map.of("csrf", csrf, "version", "0", "assignee", "", "due", "2027-01-31", "note", "n");
        assertEquals(303, browser.post(path + "/edit", right).statusCode());
        HttpResponse<String> changed = page(browser, path + "?notice=requestChanged");
        assertTrue(changed.body().contains("Jan 31, 2027"), changed.body());
        assertTrue(changed.body().contains("The request was changed."), changed.body());
        assertEquals(
                422,
                browser.post(path + "/edit", Map.of("csrf", csrf, "version", "0"))
                        .statusCode(),
                "stale");
        assertEquals(
                303,
                browser.post(path + "/delete", Map.of("csrf", csrf, "version", "1"))
                        .statusCode());
        assertEquals(404, page(browser, path).statusCode());
    }

    @Test
    void listIsSearchedByPersonAndShowsNoOthers() throws Exception {
        TestBrowser browser = signedIn(Role.VIEW_ONLY);
        String user = directory.users().getFirst().userPrincipalName();
        assertTrue(page(browser, "/requests?q=" + user).body().contains("/requests/" + request));
        assertFalse(page(browser, "/requests?q=unknown%25").body().contains("/requests/" + request + "\""));
        assertTrue(page(browser, "/requests?q=unknown%25").body().contains("No request matches"));
    }

    @Test
    void changesOfARequestArriveAsEvents() throws Exception {
        TestBrowser browser = signedIn(Role.OPERATOR);
        HttpResponse<InputStream> events = browser.open("/requests/" + request + "/events");
        assertEquals(200, events.statusCode());
        assertEquals(Optional.of("no"), events.headers().firstValue("X-Accel-Buffering"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            assertTrue(part(lines).contains("No one is being provisioned yet."));
            OutcomeRecord failed = OutcomeRecord.withoutCeremony(
                    Outcome.FAILED,
                    new Problem(DirectoryProblem.UNREACHABLE, List.of(HOSTILE), HOSTILE),
                    Instant.now());
            RecipientId first = new RecipientId(new RequestId(request), 1);
            database.store().write(in -> {
                in.unclear().settle(first, failed);
                return first;
            });
            String part = part(lines);
            assertTrue(part.contains("Why people failed"), part);
            assertFalse(part.contains("<script"), part);
        }
        HttpResponse<String> person = page(browser, "/requests/" + request + "/people/1");
        assertTrue(person.body().contains("&lt;script&gt;"), person.body());
        assertFalse(person.body().contains(HOSTILE), person.body());
    }

    private static String part(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals("event: part")) {
            line = lines.readLine();
        }
        return JsonParser.parseString(lines.readLine().substring("data: ".length()))
                .getAsString();
    }

    @Test
    void provisionNowLeadsToTheApplication() throws Exception {
        TestBrowser browser = signedIn(Role.OPERATOR);
        HttpResponse<String> page = page(browser, "/requests/" + request + "/provision");
        assertTrue(
                page.body().contains("href=\"keyhopper://provision/" + request + "?central=127.0.0.1\""), page.body());
    }

    @Test
    void germanPagesHaveNoEnglishTexts() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        for (String path : pages().keySet()) {
            HttpResponse<String> page = browser.send(HttpRequest.newBuilder(URI.create(server.url() + path))
                    .header("Accept", "text/html")
                    .header("Accept-Language", "de"));
            if (page.body().startsWith("<!DOCTYPE")) {
                assertTrue(page.body().contains("<html lang=\"de\">"), path);
                assertTrue(page.body().contains("Abmelden"), path);
            }
        }
    }

    @Test
    void assetsMayBeKeptAndPagesUseNoOthers() throws Exception {
        TestBrowser browser = signedIn(Role.VIEW_ONLY);
        String body = page(browser, "/requests").body();
        assertFalse(body.contains("style="), body);
        assertFalse(body.matches("(?s).* on[a-z]+=.*"), body);
        String style = body.replaceAll("(?s).*href=\"(/assets/[^\"]+portal.css)\".*", "$1");
        HttpResponse<String> asset = new TestBrowser(server.url().toString()).get(style);
        assertEquals(200, asset.statusCode());
        assertTrue(asset.headers().firstValue("Cache-Control").orElseThrow().contains("immutable"));
        assertEquals(404, browser.get("/assets/x/openapi.json").statusCode());
        assertEquals(400, browser.get("/assets/x/..%2F..%2Fopenapi.json").statusCode());
    }
}
