package org.keyhopper.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.station.ConfigurableStation;
import org.keyhopper.store.StationStore;

/** A real store and real logs with secrets and people in every place: none of them may occur in any entry. */
class SupportFileTest {

    private static final String CLIENT_SECRET = "Qx7~.vHumbleBee.cake";
    private static final String TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm5hIn0.c2ln";
    private static final String USER_ID = "6f1c2a9e-0b7d-4c55-9d1e-3f2a1b0c9d8e";
    private static final UUID AAGUID = UUID.fromString("2fc0579f-8113-47ea-b116-bb5a8db9202a");

    /** All values that must not occur, in lower case. */
    private static final List<String> PLANTED = List.of(
            "493817",
            "90817263",
            "hunter2x",
            "qx7",
            "humblebee",
            "eyj",
            "anna.berg",
            "anna berg",
            "falkenrath",
            "annas key",
            "o'neil",
            "stranger@elsewhere.example",
            "zoe@fabrikam",
            USER_ID,
            "abcdef0123456789abcdef",
            "7d7a9f0e8c");

    @TempDir
    Path home;

    private StationStore store;
    private ConfigurableStation station;

    @BeforeEach
    void fill() throws IOException {
        store = StationStore.open(home);
        station = StationFactory.create(store, null, null, null);
        station.add(new PlainConnector());
        DirectoryAccount contoso = new DirectoryAccount(
                "contoso", "plain", new Settings(Map.of("tenant", "contoso.example", "forgotten", "hunter2x")));
        store.accounts().put(contoso);
        store.accounts().secretsOf(contoso).put("clientSecret", Secret.of(CLIENT_SECRET));
        ProvisioningRequest request = store.requests()
                .create(
                        "Anna Berg and others",
                        "contoso",
                        Profile.DEFAULT,
                        List.of(
                                new Recipient(
                                        "anna.berg@contoso.example",
                                        "Anna Berg",
                                        "anna.berg@contoso.example",
                                        "Annas key"),
                                new Recipient("zoe@fabrikam.example", "Zoë O'Neil", "", "")));
        Claim claim = store.requests().claimNext(request.id(), 0).orElseThrow();
        store.journal()
                .open(
                        claim,
                        request.recipients().getFirst().id(),
                        Map.of(
                                JournalFacts.USER_ID,
                                USER_ID,
                                JournalFacts.AAGUID,
                                AAGUID.toString(),
                                JournalFacts.CREDENTIAL_ID,
                                "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ"));
        store.inventory().put(claim, given(request, "Anna Falkenrath"));
        store.inventory().rename("contoso", USER_ID, "Anna Berg");
        log();
    }

    private static InventoryEntry given(ProvisioningRequest request, String holder) {
        return new InventoryEntry(
                CredentialId.of(new byte[] {1}),
                "login.example",
                AAGUID,
                "Key 5",
                Optional.empty(),
                "contoso",
                USER_ID,
                holder,
                "p1",
                request.recipients().getFirst().id(),
                InventoryEntry.State.IN_USE,
                Instant.EPOCH);
    }

    private void log() throws IOException {
        String start = "2026-03-01T12:00:00.000+01:00 INFO    [1] org.keyhopper.core.Desk - ";
        Files.createDirectories(home.resolve("logs"));
        Files.writeString(
                home.resolve("logs/keyhopper-0.0.log"),
                String.join(
                        "\n",
                        start + "The PIN 493817 was set, then pin=90817263 and \"newPin\": \"hunter2x\"",
                        start + "was given to Anna Falkenrath",
                        start + "Authorization: Bearer " + TOKEN + " for Anna Berg (" + USER_ID + ")",
                        start + "POST https://login.example/token?client_secret=" + CLIENT_SECRET
                                + "&x=1 took 12345 ms",
                        start + "said " + CLIENT_SECRET + " and stranger@elsewhere.example, Zoë O'Neil",
                        start + "APDU abcdef0123456789abcdef of model " + AAGUID,
                        "java.io.IOException: 493817",
                        "\tat org.keyhopper.core.internal.run.manual.ManualRun.work(ManualRun.java:1234)"));
        Path platform = home.resolve(".eclipse/desktop/.metadata/.log");
        Files.createDirectories(platform.getParent());
        Files.writeString(
                platform,
                "!ENTRY org.eclipse.ui 4 0 2026-03-01 12:00:00.000\n!MESSAGE anna.berg@contoso.example typed 493817\n");
    }

    @AfterEach
    void close() {
        station.close();
        store.close();
    }

    private Map<String, String> written() throws IOException {
        Path file = home.resolve("out.zip");
        new SupportFile(station, home, List.of("org.keyhopper.app 1.0.0 active")).write(file);
        Map<String, String> entries = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void containsNoSecretsAndNoPeople() throws IOException {
        Map<String, String> entries = written();
        entries.forEach((name, text) -> PLANTED.forEach(planted -> assertFalse(
                (name + text).toLowerCase().contains(planted), () -> planted + " is in " + name + ":\n" + text)));
        assertEquals(
                List.of(
                        "README.txt",
                        "devices.json",
                        "journal.json",
                        "logs/keyhopper-0.0.log",
                        "logs/platform-1.log",
                        "machine.json",
                        "settings.json"),
                List.copyOf(entries.keySet()));
    }

    @Test
    void keepsTechnicalDetails() throws IOException {
        Map<String, String> entries = written();
        String log = entries.get("logs/keyhopper-0.0.log");
        assertTrue(log.contains("2026-03-01T12:00:00.000+01:00 INFO    [1] org.keyhopper.core.Desk - "), log);
        assertTrue(log.contains("took 12345 ms"), log);
        assertTrue(log.contains("model " + AAGUID), log);
        assertTrue(log.contains("ManualRun.work(ManualRun.java:1234)"), log);
        assertTrue(entries.get("machine.json").contains("org.keyhopper.app 1.0.0 active"));
        JsonArray settings =
                JsonParser.parseString(entries.get("settings.json")).getAsJsonArray();
        assertEquals(
                "contoso.example",
                settings.get(0).getAsJsonObject().get("tenant").getAsString());
        assertEquals(
                "kept", settings.get(0).getAsJsonObject().get("clientSecret").getAsString());
    }

    @Test
    void codesAreStableAtAStation() throws IOException {
        Map<String, String> first = written();
        String code = JsonParser.parseString(first.get("journal.json"))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("recipients")
                .get(0)
                .getAsJsonObject()
                .get("person")
                .getAsString();
        assertTrue(first.get("logs/keyhopper-0.0.log").contains(" for " + code + " (" + code + ")"), first::toString);
        assertTrue(first.get("logs/platform-1.log").contains(code));
        assertEquals(first.get("journal.json"), written().get("journal.json"));
    }
}
