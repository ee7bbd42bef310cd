package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.Requests;

/** Escrow keys on the command line. */
class PinsCommandTest {

    private static final String PASSWORD = "correct horse battery";
    private static final Profile ENTERED = new Profile(
            new PinRule.Entered(), OptionalInt.empty(), Set.of(), Profile.Unsupported.LEAVE_OUT, "Card", Set.of());

    @TempDir
    Path folder;

    private CommandFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new CommandFixture();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private int run(String... arguments) {
        return fixture.run(arguments);
    }

    private void type(String... answers) {
        fixture.typed.addAll(List.of(answers));
    }

    private String key() {
        return folder.resolve("office.p12").toString();
    }

    @Test
    void newKeyIsActivatedOnlyWithConsentAndListed() {
        type(PASSWORD, PASSWORD);
        assertEquals(0, run("pins", "new-key", key()), fixture::err);
        type(PASSWORD);
        assertEquals(2, run("pins", "activate", key()));
        assertTrue(fixture.out().contains("these PINs are lost"), fixture::out);
        assertEquals(0, run("pins", "keys"));
        assertTrue(fixture.out().contains("There is no escrow key"), fixture::out);
        type(PASSWORD);
        assertEquals(0, run("pins", "activate", key(), "--yes"), fixture::err);
        assertEquals(0, run("--json", "pins", "keys"));
        String fingerprint = fixture.objects().getFirst().get("fingerprint").getAsString();
        assertEquals(0, run("pins", "retire", fingerprint.substring(0, 16)), fixture::err);
        assertTrue(fixture.out().contains("No key is active"), fixture::out);
        assertEquals(2, run("pins", "retire", fingerprint));
    }

    @Test
    void weakOrMistypedPasswordWritesNothing() {
        type("short", "short");
        assertEquals(2, run("pins", "new-key", key()));
        type(PASSWORD, PASSWORD + "x");
        assertEquals(2, run("pins", "new-key", key()));
        assertFalse(Files.exists(Path.of(key())));
        assertFalse((fixture.out() + fixture.err()).contains(PASSWORD));
    }

    @Test
    void keyThatNothingWasSealedToReleasesNothing() {
        type(PASSWORD, PASSWORD);
        run("pins", "new-key", key());
        String request = fixture.station().requests().list().getFirst().id().value();
        Path letters = folder.resolve("letters.pdf");
        type(PASSWORD);
        assertEquals(
                2, run("pins", "letters", request, "--key", key(), "--reason", "test", "--out", letters.toString()));
        assertTrue(fixture.err().contains("This key does not open the PINs"), fixture::err);
        assertFalse(Files.exists(letters));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onePinForSeveralDevicesIsWarnedAboutAndConfirmed(boolean failedBefore) {
        Requests requests = fixture.station().requests();
        ProvisioningRequest request = requests.create(
                "Desk", "contoso", ENTERED, List.of(person("anna@contoso.com"), person("ben@contoso.com")));
        if (failedBefore) {
            request.recipients().forEach(state -> fail(requests, state.id()));
        }
        String variable = System.getenv().keySet().stream().sorted().findFirst().orElseThrow();
        assertEquals(2, run("provision", request.id().value(), "--mode", "manual", "--pin", "env:" + variable));
        assertTrue(fixture.out().contains("All 2 devices would get the same PIN"), fixture::out);
        assertTrue(fixture.err().contains("--one-pin-for-all"), fixture::err);
    }

    private static void fail(Requests requests, RecipientId recipient) {
        try (Claim claim = requests.claim(recipient).orElseThrow()) {
            Problem reason = Problem.of(DeviceProblem.GONE);
            requests.settle(claim, recipient, OutcomeRecord.withoutCeremony(Outcome.FAILED, reason, Instant.EPOCH));
        }
    }

    private static Recipient person(String user) {
        return new Recipient(user, user, "", "");
    }

    @Test
    void handOverNeedsPeopleOrAScanner() {
        String request = fixture.station().requests().list().getFirst().id().value();
        assertEquals(2, run("pins", "hand-over", request));
        assertEquals(2, run("pins", "hand-over", request, "--person", "1", "--scan"));
        assertTrue(fixture.err().contains("Either --person or --scan"), fixture::err);
    }

    @Test
    void retentionOfTheDailyPurgeIsKept() {
        assertEquals(0, run("pins", "purge", "--days", "7", "--daily"), fixture::err);
        assertEquals(
                Duration.ofDays(7), fixture.station().escrow().orElseThrow().retention());
        assertEquals(2, run("pins", "purge", "--daily"));
        assertEquals(2, run("pins", "purge", "--days", "-1"));
    }

    @Test
    void handOutListIsWrittenOnce() {
        String request = fixture.station().requests().list().getFirst().id().value();
        String list = folder.resolve("list.pdf").toString();
        assertEquals(0, run("pins", "hand-out-list", request, "--out", list), fixture::err);
        assertEquals(2, run("pins", "hand-out-list", request, "--out", list));
    }

    @Test
    void previewNeedsNoKeyAndNamesTheFaultOfATemplate() throws IOException {
        Path sample = folder.resolve("sample.pdf");
        assertEquals(0, run("pins", "preview", "--out", sample.toString(), "--language", "de-DE"), fixture::err);
        assertTrue(Files.size(sample) > 1000);
        assertEquals(2, run("pins", "preview", "--out", sample.toString()), "not overwritten");
        Path template = Files.writeString(folder.resolve("letter.txt"), "PIN\n\n{nmae}\n\n{pin}\n");
        assertEquals(
                2,
                run("pins", "preview", "--out", folder.resolve("b.pdf").toString(), "--template", template.toString()));
        assertTrue(fixture.err().contains("Line 3, {nmae}"), fixture::err);
    }
}
