package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.central.access.Role;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** A browser without scripts creates requests. */
class NewRequestTest extends PortalFixture {

    private static final int MANY = 5000;
    private TestBrowser browser;
    private final Map<String, String> form = new TreeMap<>();

    @BeforeEach
    void signIn() throws Exception {
        browser = signedIn(Role.DEVICE_SERVICE_ADMINISTRATOR);
        form.put("csrf", TestBrowser.csrf(page(browser, "/requests/new")));
        form.put("name", "Autumn");
        form.put("directory", "contoso");
        form.put("pin", "RANDOM");
        form.put("digits", "6");
        form.put("deviceName", "{model}");
        form.put("key", key());
    }

    private HttpResponse<String> submit(String action) throws Exception {
        form.put("action", action);
        return browser.post("/requests/new", form);
    }

    private List<RecipientState> created(HttpResponse<String> response) {
        assertEquals(303, response.statusCode(), response.body());
        String id = TestBrowser.location(response).replaceAll(".*/requests/([^?]+).*", "$1");
        return database.store().write(in -> in.requests().people(new RequestId(id), 0, MANY + 1));
    }

    private static List<String> faults(HttpResponse<String> response) {
        return HtmlCheck.faults(response.body());
    }

    @Test
    void plainListOfAccountsIsEnough() throws Exception {
        form.put("people", "anna@contoso.example\r\nbert@contoso.example\r\n");
        List<RecipientState> people = created(submit("create"));
        assertEquals(
                List.of("anna@contoso.example", "bert@contoso.example"),
                people.stream().map(person -> person.recipient().user()).toList());
    }

    @Test
    void repeatedCreationCreatesOne() throws Exception {
        form.put("people", "anna@contoso.example");
        assertEquals(TestBrowser.location(submit("create")), TestBrowser.location(submit("create")));
    }

    @Test
    void faultNamesLineAndColumnAndNothingTypedIsLost() throws Exception {
        form.put("people", "user,email\nanna@contoso.example,a@b.example\n,second@contoso.example\n");
        form.put("note", HOSTILE);
        form.put("due", "soon");
        HttpResponse<String> refused = submit("create");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("Line 3, user"), refused.body());
        assertTrue(refused.body().contains("second@contoso.example"), refused.body());
        assertTrue(refused.body().contains("value=\"soon\""), refused.body());
        assertFalse(refused.body().contains(HOSTILE), refused.body());
        assertEquals(List.of(), faults(refused));
    }

    @Test
    void lineOfAListWithoutHeaderIsThatOfTheText() throws Exception {
        form.put("people", "anna@contoso.example\nbert@contoso.example\nanna@contoso.example");
        HttpResponse<String> refused = submit("create");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("Line 3"), refused.body());
    }

    @Test
    void peopleAreSearchedAndAdded() throws Exception {
        SandboxUser user = directory.users().get(1);
        form.put("text", user.userPrincipalName().substring(0, 4));
        HttpResponse<String> found = submit("search");
        assertEquals(200, found.statusCode());
        assertTrue(found.body().contains(user.userPrincipalName()), found.body());
        assertEquals(List.of(), faults(found));
        form.put("found", user.id());
        HttpResponse<String> added = submit("add");
        assertTrue(added.body().contains("1 person was added to the list."), added.body());
        assertTrue(added.body().contains("user,displayName,email\n" + user.userPrincipalName()), added.body());
    }

    @Test
    void unknownGroupIsExplained() throws Exception {
        form.put("group", "No such group " + HOSTILE);
        HttpResponse<String> started = submit("group");
        assertEquals(303, started.statusCode(), started.body());
        String path = TestBrowser.location(started).replace(server.url().toString(), "");
        HttpResponse<String> shown = page(browser, path);
        for (int i = 0; i < 100 && shown.body().contains("data-poll"); i++) {
            Thread.sleep(100);
            shown = page(browser, path);
        }
        assertEquals(422, shown.statusCode(), shown.body());
        assertFalse(shown.body().contains(HOSTILE), shown.body());
        assertTrue(shown.body().contains("value=\"Autumn\""), "what was typed stays");
        TestBrowser other = new TestBrowser(server.url().toString());
        other.signIn("operator");
        assertEquals(404, page(other, path).statusCode(), "a list of another operator");
    }

    @Test
    void thousandsOfPeopleFitIntoTheForm() throws Exception {
        form.put(
                "people",
                IntStream.range(0, MANY)
                        .mapToObj(number -> "person" + number + "@contoso.example")
                        .collect(Collectors.joining("\r\n")));
        assertEquals(MANY, created(submit("create")).size());
    }

    @Test
    void formOfAnotherPageMayNotBeAsLong() throws Exception {
        form.put("note", "x".repeat(20 * 1024));
        assertEquals(413, browser.post("/requests/" + request + "/edit", form).statusCode());
    }
}
