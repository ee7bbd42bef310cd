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
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.DropInProblem;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.inventory.InventoryEntry.State;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.Requests;

class DevicesCommandTest {

    private CommandFixture bench;

    @BeforeEach
    void open() throws IOException {
        bench = new CommandFixture();
        // The first call starts the discovery of devices.
        bench.station().devices().snapshot();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void theListTellsWhatIsWhere() {
        assertEquals(0, bench.run("devices", "--no-discovery"));
        assertTrue(bench.out().contains("Rehearsal reader: empty\n"), bench.out());
        insert("plain");
        assertEquals(0, bench.run("devices", "--no-discovery", "--json"));
        assertTrue(bench.objects().stream()
                .anyMatch(device -> device.get("kind").getAsString().equals("contact-card")));
        assertTrue(bench.err().contains(", new"));
    }

    @Test
    void theListTellsWhatBecameOfDropIns() {
        bench.dropIns.add(
                new DropIn("a.jar", "Acme", "2.0", Optional.of(Problem.of(DropInProblem.PACKAGE_MISSING, "kit"))));
        bench.dropIns.add(new DropIn("b.jar", "Bolt", "1.0", Optional.empty()));
        bench.run("devices", "--no-discovery");
        assertTrue(bench.out().contains("Drop-in a.jar: The driver lacks something it needs."), bench.out());
        assertTrue(bench.out().contains("Drop-in b.jar: used"), bench.out());
    }

    @Test
    void showTellsEverythingKnownWithoutThePin() {
        insert("pin=123456");
        assertEquals(0, bench.run("devices", "show", "--json"));
        JsonObject device = bench.objects().getFirst();
        assertEquals(8, device.get("pinRetries").getAsInt());
        assertTrue(device.get("pinSet").getAsBoolean());
        assertTrue(device.get("listsCredentials").getAsBoolean());
        assertEquals("none", device.get("builtInVerification").getAsString());
        assertEquals(0, bench.run("devices", "show"));
        assertTrue(bench.out().contains("set, 8 tries left"), bench.out());
    }

    @Test
    void theLastTryIsUsedOnlyForWhomTypesThatItMayBe() {
        insert("pin=123456+pin-tries=1");
        bench.typed.addAll(List.of("123456", "no"));
        assertEquals(1, bench.run("devices", "credentials", "--json"));
        assertEquals(
                "device.pin-last-try", bench.objects().getFirst().get("reason").getAsString());
        bench.typed.addAll(List.of("123456", "yes"));
        assertEquals(0, bench.run("devices", "credentials", "--json"));
    }

    @Test
    void adviceNamesTheCommandThatHelps() {
        insert("pin=123456");
        bench.typed.addAll(List.of("234567", "234567"));
        bench.run("devices", "set-pin");
        assertTrue(bench.err().contains("keyhopper devices change-pin"), bench.err());
        bench.typed.add("123456");
        bench.run("devices", "delete", "AAAA");
        assertTrue(bench.err().contains("The device has no such passkey."), bench.err());
        assertTrue(bench.err().contains("keyhopper devices credentials"), bench.err());
    }

    @Test
    void aDeviceWithoutPinIsGivenOneBySetPin() {
        insert("plain");
        bench.typed.addAll(List.of("123456", "234567", "234567"));
        bench.run("devices", "change-pin");
        assertTrue(bench.err().contains("keyhopper devices set-pin"), bench.err());
    }

    @Test
    void aPinOf64BytesIsTooLong() {
        insert("plain");
        bench.typed.addAll(List.of("1".repeat(64), "1".repeat(64)));
        bench.run("devices", "set-pin");
        assertTrue(bench.err().contains("A PIN has at most 63 bytes."), bench.err());
    }

    @Test
    void withoutADeviceThereIsNothingToDo() {
        assertEquals(2, bench.run("devices", "show"));
        assertEquals("No card and no key is put in.", bench.err().strip());
    }

    @Test
    void aDeviceThatIsNotMeantIsLeftAlone() {
        insert("plain");
        assertEquals(2, bench.run("devices", "show", "--reader", "Other"));
        assertEquals(2, bench.run("devices", "reset", "--yes", "--key", "Rehearsal"));
        assertTrue(bench.err().contains("Rehearsal reader"), bench.err());
        assertEquals(0, bench.run("devices", "show", "--reader", "rehearsal"));
    }

    @Test
    void aPinIsTypedTwiceAndSet() {
        insert("plain");
        bench.typed.addAll(List.of("135790", "135790"));
        assertEquals(0, bench.run("devices", "set-pin"));
        assertEquals(2, bench.questions.size());
        bench.typed.add("135790");
        assertEquals(0, bench.run("devices", "credentials"));
    }

    @Test
    void twoDifferentPinsAreRefusedBeforeTheDeviceIsAsked() {
        insert("plain");
        bench.typed.addAll(List.of("135790", "135791"));
        assertEquals(2, bench.run("devices", "set-pin"));
        assertFalse(show().get("pinSet").getAsBoolean());
    }

    @Test
    void aPinOnTheCommandLineItselfIsRefused() {
        insert("pin=123456");
        assertEquals(2, bench.run("devices", "credentials", "--pin", "123456"));
        assertEquals(8, show().get("pinRetries").getAsInt());
    }

    @Test
    void aPinComesFromAVariableThatIsNamed() {
        insert("pin=123456");
        assertEquals(1, bench.run("devices", "credentials", "--json", "--pin", "env:" + anyVariable()));
        assertEquals(7, show().get("pinRetries").getAsInt());
        assertEquals(List.of(), bench.questions);
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
    void withoutAnybodyWhoTypesTheOptionIsNamed() {
        insert("pin=123456");
        assertEquals(2, bench.run("devices", "credentials"));
        assertTrue(bench.err().contains("--pin env:VARIABLE"), bench.err());
    }

    @Test
    void aChangedPinReplacesTheOld() {
        insert("pin=123456");
        bench.typed.addAll(List.of("123456", "864213", "864213"));
        assertEquals(0, bench.run("devices", "change-pin", "--json"));
        assertEquals("pin-changed", bench.objects().getFirst().get("done").getAsString());
        bench.typed.add("123456");
        assertEquals(1, bench.run("devices", "credentials", "--json"));
        assertEquals(
                "device.pin-invalid", bench.objects().getFirst().get("reason").getAsString());
        bench.typed.add("864213");
        assertEquals(0, bench.run("devices", "credentials"));
    }

    @Test
    void credentialsAreListedAndOneIsDeleted() {
        insert("pin=123456+foreign=login.example");
        JsonObject stored = credentials().getFirst();
        assertEquals("login.example", stored.get("rpId").getAsString());
        assertTrue(stored.get("given").isJsonNull());
        String id = stored.get("credentialId").getAsString();
        enter(CredentialId.ofBase64Url(id));
        assertEquals(
                "Anna",
                credentials().getFirst().getAsJsonObject("given").get("holder").getAsString());
        bench.typed.add("123456");
        assertEquals(0, bench.run("devices", "delete", id, "--json"));
        assertEquals(id, bench.objects().getFirst().get("credentialId").getAsString());
        assertEquals(List.of(), credentials());
        assertEquals(
                State.DELETED, bench.station().inventory().list().getFirst().state());
        bench.typed.add("123456");
        assertEquals(1, bench.run("devices", "delete", id));
    }

    @Test
    void anIdMayBeginWithAHyphen() {
        insert("pin=123456");
        bench.typed.add("123456");
        assertEquals(1, bench.run("devices", "delete", "-AAA", "--json"));
        assertEquals(
                "device.no-credentials",
                bench.objects().getFirst().get("reason").getAsString());
        assertEquals(2, bench.run("devices", "delete", "no id"));
    }

    @Test
    void aResetSaysWhatWouldBeLostAndWaitsForAYes() {
        insert("pin=123456");
        assertEquals(2, bench.run("devices", "reset"));
        assertTrue(bench.out().contains("its PIN"), bench.out());
        assertTrue(bench.err().contains("--yes"), bench.err());
        assertTrue(show().get("pinSet").getAsBoolean());
        assertEquals(0, bench.run("devices", "reset", "--yes", "--json"));
        assertEquals("reset", bench.objects().getLast().get("done").getAsString());
        assertFalse(show().get("pinSet").getAsBoolean());
    }

    @Test
    void aCardCannotBlink() {
        insert("plain");
        assertEquals(1, bench.run("devices", "wink"));
        assertTrue(bench.err().contains("cannot blink"), bench.err());
    }

    private void insert(String traits) {
        bench.hands().insertCardWith(traits);
        while (bench.station().devices().snapshot().links().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private JsonObject show() {
        assertEquals(0, bench.run("devices", "show", "--json"));
        return bench.objects().getFirst();
    }

    private List<JsonObject> credentials() {
        bench.typed.add("123456");
        assertEquals(0, bench.run("devices", "credentials", "--json"));
        return bench.objects();
    }

    private void enter(CredentialId credential) {
        ProvisioningRequest request = bench.station().requests().create("Spring", "entra", Profile.DEFAULT, List.of());
        Requests.Lease lease = bench.station().requests().lease(request.id()).orElseThrow();
        bench.station()
                .inventory()
                .put(
                        lease,
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
