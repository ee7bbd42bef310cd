package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.server.internal.config.Operation;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.station.StationContact;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.texts.ProblemTexts;

/** The pages of administrators: roles, what follows from the provider's token, downloads, the audit trail in words. */
class AdministrationPagesTest extends PortalFixture {

    private static final String PACKAGE = "keyhopper_1.0.0_amd64.deb";

    @Override
    Operation operation() throws Exception {
        Path packages = Files.createDirectories(folder.resolve("packages"));
        Files.writeString(packages.resolve(PACKAGE), "package");
        Files.createDirectories(packages.resolve("updates/plugins"));
        Files.writeString(packages.resolve("updates/plugins/one_1.0.jar"), "plugin");
        Files.createSymbolicLink(packages.resolve("updates/link"), packages.resolve(PACKAGE));
        return new Operation(
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                Duration.ofSeconds(30),
                NetworkSettings.SYSTEM,
                Optional.empty(),
                Optional.of(packages));
    }

    /** Sends a form in which a field may be there several times. */
    private HttpResponse<String> send(TestBrowser browser, String path, String form) throws Exception {
        String csrf = TestBrowser.csrf(page(browser, "/"));
        return browser.send(HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString("csrf=" + csrf + "&" + form)));
    }

    @Test
    void roleIsAddedChangedAndRemoved() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        HttpResponse<String> none = send(browser, "/roles/edit", "version=0&name=Front+desk");
        assertEquals(422, none.statusCode());
        assertTrue(none.body().contains("Select at least one privilege."), none.body());
        assertTrue(none.body().contains("value=\"Front desk\""), "what was typed stays");
        String form = "name=Front+desk&privilege=VIEW_REQUESTS&privilege=PROVISION_NOW&privilege=NO_SUCH";
        assertEquals(303, send(browser, "/roles/edit", "version=0&" + form).statusCode());
        HttpResponse<String> again = send(browser, "/roles/edit", "version=0&" + form);
        assertEquals(422, again.statusCode());
        assertTrue(again.body().contains("role=\"alert\""), again.body());
        assertTrue(page(browser, "/roles").body().contains("/roles/edit?name=Front+desk"));
        assertTrue(page(browser, "/roles/edit?name=Front+desk").body().contains("value=\"PROVISION_NOW\" checked"));
        assertEquals(404, page(browser, "/roles/edit?name=Administrator").statusCode(), "a default role");
        assertEquals(200, page(browser, "/roles/remove?name=Front+desk").statusCode());
        assertEquals(
                303, send(browser, "/roles/remove", "version=1&name=Front+desk").statusCode());
        assertFalse(page(browser, "/roles").body().contains("Front desk"));
    }

    @Test
    void rolesFollowFromTheTokenOfTheProvider() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        String rows = "claim=groups&value=staff&role=Auditor&scope=directory&where=contoso"
                + "&value=&role=&scope=all&where=&value=desk&role=Operator&scope=all&where=";
        assertEquals(303, send(browser, "/roles/mapping", "version=0&" + rows).statusCode());
        String roles = page(browser, "/roles").body();
        assertTrue(roles.contains("Auditor (contoso)"), roles);
        assertTrue(roles.contains("<dt>desk</dt><dd>Operator</dd>"), roles);
        assertEquals(412, send(browser, "/roles/mapping", "version=0&" + rows).statusCode(), "stale");
        assertTrue(page(browser, "/roles/mapping").body().contains("value=\"staff\""));
    }

    @Test
    void changesNeedThePrivilege() throws Exception {
        TestBrowser browser = signedIn(Role.AUDITOR);
        Map<String, String> changes = Map.of(
                "/roles/edit", "version=0&name=x&privilege=VIEW_REQUESTS",
                "/roles/remove", "version=1&name=x",
                "/roles/mapping", "version=0&claim=groups");
        for (Map.Entry<String, String> change : changes.entrySet()) {
            HttpResponse<String> refused = send(browser, change.getKey(), change.getValue());
            assertEquals(403, refused.statusCode(), change.getKey());
            assertTrue(refused.body().contains("Manage operators and roles"), refused.body());
        }
    }

    @Test
    void downloadsAreThoseOfTheFolderAndNoOthers() throws Exception {
        TestBrowser browser = signedIn(Role.OPERATOR);
        HttpResponse<String> list = page(browser, "/downloads");
        assertTrue(list.body().contains("href=\"/downloads/" + PACKAGE + "\""), list.body());
        HttpResponse<String> file = page(browser, "/downloads/" + PACKAGE);
        assertEquals("package", file.body());
        assertEquals(
                Optional.of("attachment; filename=\"" + PACKAGE + "\""),
                file.headers().firstValue("Content-Disposition"));
        assertEquals(Optional.of("nosniff"), file.headers().firstValue("X-Content-Type-Options"));
        assertTrue(page(browser, "/downloads/SHA256SUMS").body().endsWith("  " + PACKAGE + "\n"));
        for (String path :
                List.of("..%2F..%2Fcentral.db", "%2e%2e/central.db", "..%5Ccentral.db", "x%0d%0aSet-Cookie:a")) {
            int status = page(browser, "/downloads/" + path).statusCode();
            assertTrue(status == 400 || status == 404, path + " " + status);
        }
        TestBrowser stranger = new TestBrowser(server.url().toString());
        assertEquals(303, stranger.get("/downloads/" + PACKAGE).statusCode(), "sign in first");
    }

    @Test
    void updateSiteIsServedToEveryStation() throws Exception {
        TestBrowser stranger = new TestBrowser(server.url().toString());
        HttpResponse<String> plugin = stranger.get("/updates/plugins/one_1.0.jar");
        assertEquals(200, plugin.statusCode());
        assertEquals("plugin", plugin.body());
        for (String path : List.of(
                "plugins", "plugins/two.jar", "link", "%2e%2e/" + PACKAGE, "..%2f" + PACKAGE, "%2fetc%2fhostname")) {
            int status = stranger.get("/updates/" + path).statusCode();
            assertTrue(status == 400 || status == 404, path + " " + status);
        }
    }

    @Test
    void overviewShowsWhatEndedAndWhoIsOnLine() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        RecipientId first = new RecipientId(new RequestId(request), 1);
        OutcomeRecord failed = OutcomeRecord.withoutCeremony(
                Outcome.FAILED, Problem.of(DirectoryProblem.UNREACHABLE, "contoso"), Instant.now());
        Station station =
                new Station("s1", Station.Kind.STATION, "Desk 7", "t", "{}", List.of(), Instant.now(), false, 1);
        database.store().write(in -> {
            in.unclear().settle(first, failed);
            in.stations().add(station, "hash");
            in.stations().contacted(new StationContact("s1", Instant.now(), "1.2.3"));
            return first;
        });
        String overview = page(browser, "/").body();
        assertTrue(overview.contains("Last 7 days"), overview);
        assertTrue(
                overview.contains("<strong>1</strong> · "
                        + ProblemTexts.in(Locale.ENGLISH)
                                .explain(failed.problem().orElseThrow())
                                .title()),
                overview);
        assertTrue(overview.contains("1 of 1 online"), overview);
        assertTrue(overview.contains("Version 1.2.3"), overview);
        assertTrue(overview.contains("Plain HTTP on this computer"), overview);
        assertFalse(page(signedIn(Role.OPERATOR), "/").body().contains("Desk 7"));
    }

    @Test
    void shipmentIsRecordedFromTheListOfTheMaker() throws Exception {
        TestBrowser browser = signedIn(Role.DEVICE_SERVICE_ADMINISTRATOR);
        assertTrue(page(browser, "/shipments").body().contains("No shipment is recorded"));
        HttpResponse<String> faulty =
                send(browser, "/shipments/new", "name=Delivery+1&serials=KH-1%0D%0A%3Cscript%3E%0D%0AKH-1");
        assertEquals(422, faulty.statusCode());
        assertTrue(faulty.body().contains("Line 2: “&lt;script&gt;” is not a serial number."), faulty.body());
        assertTrue(faulty.body().contains("Line 3: KH-1 is in the list twice."), faulty.body());
        String list = "serials=Model;Serial%0AC2300;kh-1%0AC2300;kh-2";
        HttpResponse<String> added = send(browser, "/shipments/new", "name=Delivery+1&" + list);
        assertEquals(303, added.statusCode(), added.body());
        HttpResponse<String> known = send(browser, "/shipments/new", "name=Delivery+2&serials=KH-2");
        assertEquals(422, known.statusCode());
        assertTrue(known.body().contains("KH-2 is in another shipment."), known.body());
        String path = TestBrowser.location(added)
                .replaceAll("\\?.*", "")
                .replace(server.url().toString(), "");
        assertTrue(
                page(browser, path).body().contains("<li>KH-1</li>"),
                page(browser, path).body());
        assertEquals(403, send(browser, "/shipments/rule", "required=on").statusCode(), "that is policy");
        assertEquals(200, page(browser, path + "/remove").statusCode());
        assertEquals(303, send(browser, path + "/remove", "").statusCode());
        assertEquals(404, page(browser, path).statusCode());
        TestBrowser administrator = signedIn(Role.ADMINISTRATOR);
        assertEquals(303, send(administrator, "/shipments/rule", "required=on").statusCode());
        assertTrue(page(administrator, "/shipments").body().contains("name=\"required\" checked"));
    }

    @Test
    void longFormWithoutALengthIsRefused() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        byte[] form = ("csrf=" + TestBrowser.csrf(page(browser, "/")) + "&people=" + "a".repeat(4_000_000))
                .getBytes(StandardCharsets.US_ASCII);
        for (String path : List.of("/requests/new", "/roles/edit")) {
            HttpResponse<String> refused = browser.send(HttpRequest.newBuilder(URI.create(server.url() + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form))));
            assertEquals(413, refused.statusCode(), path + refused.body());
        }
    }

    @Test
    void auditTrailIsShownByDays() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String days = "/audit?zone=UTC&from=%s&to=%s";
        String shown = page(browser, days.formatted(today.minusDays(1), today.plusDays(1)))
                .body();
        assertTrue(shown.contains("<td data-label=\"Action\">Sign-in"), shown);
        for (String none : List.of(
                days.formatted("", today.minusDays(2)),
                days.formatted(today.plusDays(2), ""),
                days.formatted(today.minusDays(9), today.minusDays(3)))) {
            assertTrue(page(browser, none).body().contains("No entry matches"), none);
        }
        String reversed =
                page(browser, days.formatted(today, today.minusDays(1))).body();
        assertTrue(reversed.contains("the first one not after the last one"), reversed);
        assertTrue(page(browser, days.formatted("soon", "")).body().contains("role=\"alert\""));
    }

    @Test
    void licenceThatIsNotNeededHasNoEnd() throws Exception {
        String page = page(signedIn(Role.ADMINISTRATOR), "/licence").body();
        assertTrue(page.contains("This build needs no licence."), page);
        assertFalse(page.contains("The end of a licence"), page);
    }

    @Test
    void stockHasItsOwnColumnsAndLeadsToItsShipment() throws Exception {
        TestBrowser browser = signedIn(Role.DEVICE_SERVICE_ADMINISTRATOR);
        assertTrue(page(browser, "/inventory").body().contains("No devices yet"));
        send(browser, "/shipments/new", "name=Delivery+1&serials=KH-1%0AKH-2");
        String nothing = page(browser, "/inventory").body();
        assertTrue(nothing.contains("Show the 2 devices in stock"), nothing);
        String stock = page(browser, "/inventory?state=IN_STOCK").body();
        assertTrue(stock.contains("<th scope=\"row\">KH-1</th>"), stock);
        assertTrue(stock.contains(">Delivery 1</a>"), stock);
        assertFalse(stock.contains("Issued to"), stock);
        assertEquals(List.of(), HtmlCheck.faults(stock));
    }

    @Test
    void auditTrailIsInWords() throws Exception {
        TestBrowser browser = signedIn(Role.ADMINISTRATOR);
        assertEquals(
                303,
                send(browser, "/roles/edit", "version=0&name=Night&privilege=VIEW_REQUESTS")
                        .statusCode());
        page(browser, "/requests/" + request + "/provision");
        String trail = page(browser, "/audit").body();
        assertTrue(trail.contains("Role changed"), trail);
        assertTrue(trail.contains("Role Night"), trail);
        assertTrue(trail.contains("About: Provision Now"), trail);
        assertTrue(trail.contains("<code>ROLE_CHANGED</code>"), "as stored");
        assertTrue(page(browser, "/audit?action=ROLE_CHANGED").body().contains("selected>Role changed"));
        HttpResponse<String> german = browser.send(HttpRequest.newBuilder(URI.create(server.url() + "/audit"))
                .header("Accept", "text/html")
                .header("Accept-Language", "de"));
        assertTrue(german.body().contains("Rolle geändert"), german.body());
    }
}
