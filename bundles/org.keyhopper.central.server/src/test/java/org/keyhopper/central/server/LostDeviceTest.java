package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.central.access.Role;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** A device is lost: its passkey is revoked, and its holder gets another one. */
class LostDeviceTest extends PortalFixture {

    private final CredentialId credential = CredentialId.of("a credential id".getBytes(StandardCharsets.US_ASCII));
    private SandboxUser holder;
    private String path;

    @BeforeEach
    void provision() {
        holder = directory.users().get(1);
        InventoryEntry entry = new InventoryEntry(
                credential,
                "login.example",
                UUID.randomUUID(),
                "Key " + HOSTILE,
                Optional.of("S-1"),
                "contoso",
                holder.id(),
                holder.displayName(),
                "passkey-1",
                new RecipientId(new RequestId(request), 2),
                InventoryEntry.State.IN_USE,
                Instant.now());
        database.store().write(in -> {
            in.enrolments().put(entry);
            return entry;
        });
        path = "/inventory/" + credential.base64Url() + "/lost";
    }

    private InventoryEntry.State state() {
        return database.store()
                .write(in -> in.inventory().find(credential.base64Url()))
                .orElseThrow()
                .entry()
                .state();
    }

    @Test
    void passkeyIsRevokedAndAReplacementRequested() throws Exception {
        TestBrowser browser = signedIn(Role.DEVICE_SERVICE_ADMINISTRATOR);
        HttpResponse<String> question = page(browser, path);
        assertEquals(200, question.statusCode());
        assertEquals(List.of(), HtmlCheck.faults(question.body()));
        HttpResponse<String> done =
                browser.post(path, Map.of("csrf", TestBrowser.csrf(question), "replace", "on", "key", key()));
        assertEquals(303, done.statusCode(), done.body());
        assertEquals(InventoryEntry.State.REVOKED, state());
        String id = TestBrowser.location(done).replaceAll(".*/requests/([^?]+).*", "$1");
        List<RecipientState> people = database.store().write(in -> in.requests().people(new RequestId(id), 0, 10));
        assertEquals(holder.id(), people.getFirst().recipient().reference());
    }

    @Test
    void deviceStaysLostWhileTheDirectoryDoesNotAnswer() throws Exception {
        TestBrowser browser = signedIn(Role.DEVICE_SERVICE_ADMINISTRATOR);
        String csrf = TestBrowser.csrf(page(browser, path));
        database.directories().remove("contoso");
        assertTrue(browser.post(path, Map.of("csrf", csrf)).statusCode() >= 400);
        assertEquals(InventoryEntry.State.LOST, state());
    }

    @Test
    void whoMayOnlyViewChangesNothing() throws Exception {
        TestBrowser browser = signedIn(Role.VIEW_ONLY);
        HttpResponse<String> list = page(browser, "/inventory?q=S-1");
        assertTrue(list.body().contains("S-1"), list.body());
        HttpResponse<String> device = page(browser, path.replace("/lost", ""));
        assertEquals(200, device.statusCode());
        assertEquals(List.of(), HtmlCheck.faults(device.body()));
        assertFalse(device.body().contains("/lost"), device.body());
        assertEquals(403, page(browser, path).statusCode());
        assertEquals(
                403, browser.post(path, Map.of("csrf", TestBrowser.csrf(list))).statusCode());
        assertEquals(InventoryEntry.State.IN_USE, state());
    }
}
