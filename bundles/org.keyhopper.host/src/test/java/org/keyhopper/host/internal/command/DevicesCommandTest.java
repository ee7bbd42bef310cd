package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.DropInProblem;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.inventory.InventoryEntry.State;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;

class DevicesCommandTest {

    private CommandFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new CommandFixture();
        // The first call starts the discovery of devices.
        fixture.station().devices().snapshot();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    @Test
    void listShowsDevicesAndReaders() {
        assertEquals(0, fixture.run("devices", "--no-discovery"));
        assertTrue(fixture.out().contains("Rehearsal reader: empty\n"), fixture.out());
        insert("plain");
        assertEquals(0, fixture.run("devices", "--no-discovery", "--json"));
        assertTrue(fixture.objects().stream()
                .anyMatch(device -> device.get("kind").getAsString().equals("contact-card")));
        assertTrue(fixture.err().contains(", new"));
    }

    @Test
    void listShowsDropIns() {
        fixture.dropIns.add(
                new DropIn("a.jar", "Acme", "2.0", Optional.of(Problem.of(DropInProblem.PACKAGE_MISSING, "kit"))));
        fixture.dropIns.add(new DropIn("b.jar", "Bolt", "1.0", Optional.empty()));
        fixture.run("devices", "--no-discovery");
        assertTrue(
                fixture.out().contains("Drop-in a.jar: A package that the driver requires is missing."), fixture.out());
        assertTrue(fixture.out().contains("Drop-in b.jar: used"), fixture.out());
    }

    @Test
    void showPrintsEverythingAvailableWithoutPin() {
        insert("pin=123456");
        assertEquals(0, fixture.run("devices", "show", "--json"));
        JsonObject device = fixture.objects().getFirst();
        assertEquals(8, device.get("pinRetries").getAsInt());
        assertTrue(device.get("pinSet").getAsBoolean());
        assertTrue(device.get("listsCredentials").getAsBoolean());
        assertEquals("none", device.get("builtInVerification").getAsString());
        assertEquals(0, fixture.run("devices", "show"));
        assertTrue(fixture.out().contains("set, 8 tries left"), fixture.out());
    }

    @Test
    void lastRetryNeedsConsent() {
        insert("pin=123456+pin-tries=1");
        fixture.typed.addAll(List.of("123456", "no"));
        assertEquals(1, fixture.run("devices", "credentials", "--json"));
        assertEquals(
                "device.pin-last-try",
                fixture.objects().getFirst().get("reason").getAsString());
        assertEquals(1, fixture.run("devices", "credentials", "--pin", "env:" + anyVariable()));
        assertEquals(1, show().get("pinRetries").getAsInt());
        fixture.typed.addAll(List.of("123456", "yes"));
        assertEquals(0, fixture.run("devices", "credentials", "--json"));
    }

    @Test
    void adviceNamesTheCommand() {
        insert("pin=123456");
        fixture.typed.addAll(List.of("283517", "283517"));
        fixture.run("devices", "set-pin");
        assertTrue(fixture.err().contains("keyhopper devices change-pin"), fixture.err());
        fixture.typed.add("123456");
        fixture.run("devices", "delete", "AAAA");
        assertTrue(fixture.err().contains("No such passkey on the device."), fixture.err());
        assertTrue(fixture.err().contains("keyhopper devices credentials"), fixture.err());
    }

    @Test
    void adviceForADeviceWithoutPinNamesSetPin() {
        insert("plain");
        fixture.typed.addAll(List.of("123456", "283517", "283517"));
        fixture.run("devices", "change-pin");
        assertTrue(fixture.err().contains("keyhopper devices set-pin"), fixture.err());
    }

    @Test
    void pinOf64BytesIsTooLong() {
        insert("plain");
        fixture.typed.addAll(List.of("1".repeat(64), "1".repeat(64)));
        fixture.run("devices", "set-pin");
        assertTrue(fixture.err().contains("A PIN has at most 63 bytes."), fixture.err());
    }

    @Test
    void missingDeviceIsRefused() {
        assertEquals(2, fixture.run("devices", "show"));
        assertEquals("No card and no key is connected.", fixture.err().strip());
    }

    @Test
    void unselectedDeviceIsNotUsed() {
        insert("plain");
        assertEquals(2, fixture.run("devices", "show", "--reader", "Other"));
        assertEquals(2, fixture.run("devices", "reset", "--yes", "--key", "Rehearsal"));
        assertTrue(fixture.err().contains("Rehearsal reader"), fixture.err());
        assertEquals(0, fixture.run("devices", "show", "--reader", "rehearsal"));
    }

    @Test
    void newPinIsEnteredTwice() {
        insert("plain");
        fixture.typed.addAll(List.of("135790", "135790"));
        assertEquals(0, fixture.run("devices", "set-pin"));
        assertEquals(2, fixture.questions.size());
        fixture.typed.add("135790");
        assertEquals(0, fixture.run("devices", "credentials"));
    }

    @Test
    void differentPinsAreRefusedBeforeDeviceAccess() {
        insert("plain");
        fixture.typed.addAll(List.of("135790", "135791"));
        assertEquals(2, fixture.run("devices", "set-pin"));
        assertFalse(show().get("pinSet").getAsBoolean());
    }

    @Test
    void literalPinOnTheCommandLineIsRefused() {
        insert("pin=123456");
        assertEquals(2, fixture.run("devices", "credentials", "--pin", "123456"));
        assertEquals(8, show().get("pinRetries").getAsInt());
    }

    @Test
    void pinIsReadFromTheNamedVariable() {
        insert("pin=123456");
        assertEquals(1, fixture.run("devices", "credentials", "--json", "--pin", "env:" + anyVariable()));
        assertEquals(7, show().get("pinRetries").getAsInt());
        assertEquals(List.of(), fixture.questions);
    }

    /** Returns a variable of the process whose value could be a PIN, but is not that of any card. */
    private static String anyVariable() {
        return System.getenv().entrySet().stream()
                .filter(entry -> entry.getValue().matches("[ -~]{4,60}"))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Test
    void optionIsNamedIfNoPinCanBeEntered() {
        insert("pin=123456");
        assertEquals(2, fixture.run("devices", "credentials"));
        assertTrue(fixture.err().contains("--pin env:VARIABLE"), fixture.err());
    }

    @Test
    void changePinReplacesTheOldPin() {
        insert("pin=123456");
        fixture.typed.addAll(List.of("123456", "864213", "864213"));
        assertEquals(0, fixture.run("devices", "change-pin", "--json"));
        assertEquals("pin-changed", fixture.objects().getFirst().get("done").getAsString());
        fixture.typed.add("123456");
        assertEquals(1, fixture.run("devices", "credentials", "--json"));
        assertEquals(
                "device.pin-invalid", fixture.objects().getFirst().get("reason").getAsString());
        fixture.typed.add("864213");
        assertEquals(0, fixture.run("devices", "credentials"));
    }

    @Test
    void credentialsAreListedAndDeleted() {
        insert("pin=123456+foreign=login.example");
        JsonObject stored = credentials().getFirst();
        assertEquals("login.example", stored.get("rpId").getAsString());
        assertTrue(stored.get("given").isJsonNull());
        String id = stored.get("credentialId").getAsString();
        enter(CredentialId.ofBase64Url(id));
        assertEquals(
                "Anna",
                credentials().getFirst().getAsJsonObject("given").get("holder").getAsString());
        fixture.typed.add("123456");
        assertEquals(0, fixture.run("devices", "delete", id, "--json"));
        assertEquals(id, fixture.objects().getFirst().get("credentialId").getAsString());
        assertEquals(List.of(), credentials());
        assertEquals(
                State.DELETED, fixture.station().inventory().list().getFirst().state());
        fixture.typed.add("123456");
        assertEquals(1, fixture.run("devices", "delete", id));
    }

    @Test
    void idMayBeginWithAHyphen() {
        insert("pin=123456");
        fixture.typed.add("123456");
        assertEquals(1, fixture.run("devices", "delete", "-AAA", "--json"));
        assertEquals(
                "device.no-credentials",
                fixture.objects().getFirst().get("reason").getAsString());
        assertEquals(2, fixture.run("devices", "delete", "no id"));
    }

    @Test
    void resetListsLossesAndNeedsConfirmation() {
        insert("pin=123456");
        assertEquals(2, fixture.run("devices", "reset"));
        assertTrue(fixture.out().contains("its PIN"), fixture.out());
        assertTrue(fixture.err().contains("--yes"), fixture.err());
        assertTrue(show().get("pinSet").getAsBoolean());
        assertEquals(0, fixture.run("devices", "reset", "--yes", "--json"));
        assertEquals("reset", fixture.objects().getLast().get("done").getAsString());
        assertFalse(show().get("pinSet").getAsBoolean());
    }

    @Test
    void cardCannotBlink() {
        insert("plain");
        assertEquals(1, fixture.run("devices", "wink"));
        assertTrue(fixture.err().contains("cannot blink"), fixture.err());
    }

    private void insert(String traits) {
        fixture.hands().insertCardWith(traits);
        while (fixture.station().devices().snapshot().links().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private JsonObject show() {
        assertEquals(0, fixture.run("devices", "show", "--json"));
        return fixture.objects().getFirst();
    }

    private List<JsonObject> credentials() {
        fixture.typed.add("123456");
        assertEquals(0, fixture.run("devices", "credentials", "--json"));
        return fixture.objects();
    }

    private void enter(CredentialId credential) {
        ProvisioningRequest request = fixture.station()
                .requests()
                .create("Spring", "entra", Profile.DEFAULT, List.of(new Recipient("anna", "Anna", "", "")));
        Claim claim = fixture.station().requests().claimNext(request.id(), 0).orElseThrow();
        fixture.station()
                .inventory()
                .put(
                        claim,
                        new InventoryEntry(
                                credential,
                                "login.example",
                                new UUID(0, 1),
                                "Card",
                                Optional.empty(),
                                "entra",
                                "anna",
                                "Anna",
                                "p",
                                new RecipientId(request.id(), 1),
                                State.IN_USE,
                                Instant.EPOCH));
    }
}
