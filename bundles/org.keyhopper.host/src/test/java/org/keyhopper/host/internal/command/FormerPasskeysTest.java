package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;

/** What a device loses stays registered at the directory; the commands that delete it name its holder. */
class FormerPasskeysTest {

    private CommandFixture fixture;
    private CredentialId credential;

    @BeforeEach
    void insertACardOfTheInventory() throws IOException {
        fixture = new CommandFixture();
        fixture.hands().insertCardWith("pin=123456+foreign=login.example");
        while (fixture.station().devices().snapshot().links().isEmpty()) {
            Thread.onSpinWait();
        }
        fixture.typed.add("123456");
        fixture.run("devices", "credentials", "--json");
        credential = CredentialId.ofBase64Url(
                fixture.objects().getFirst().get("credentialId").getAsString());
        fixture.run("devices", "show", "--json");
        enter(UUID.fromString(fixture.objects().getFirst().get("aaguid").getAsString()));
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private void enter(UUID aaguid) {
        ProvisioningRequest request = fixture.station()
                .requests()
                .create("Spring", "entra", Profile.DEFAULT, List.of(new Recipient("anna", "Anna", "", "")));
        RecipientId recipient = new RecipientId(request.id(), 1);
        try (Claim claim = fixture.station().requests().claim(recipient).orElseThrow()) {
            fixture.station()
                    .inventory()
                    .put(
                            claim,
                            new InventoryEntry(
                                    credential,
                                    "login.example",
                                    aaguid,
                                    "Card",
                                    Optional.empty(),
                                    "entra",
                                    "anna",
                                    "Anna",
                                    "p",
                                    recipient,
                                    InventoryEntry.State.IN_USE,
                                    Instant.EPOCH));
        }
    }

    private void isNamed() {
        JsonObject former = fixture.objects()
                .getLast()
                .getAsJsonArray("formerPasskeys")
                .get(0)
                .getAsJsonObject();
        assertEquals("Anna", former.get("holder").getAsString());
        assertEquals("entra", former.get("directory").getAsString());
        assertEquals(credential.base64Url(), former.get("credentialId").getAsString());
    }

    @Test
    void afterADeletion() {
        fixture.typed.add("123456");
        assertEquals(0, fixture.run("devices", "delete", credential.base64Url(), "--json"));
        isNamed();
    }

    @Test
    void afterAReset() {
        assertEquals(0, fixture.run("devices", "reset", "--yes", "--json"));
        isNamed();
    }
}
