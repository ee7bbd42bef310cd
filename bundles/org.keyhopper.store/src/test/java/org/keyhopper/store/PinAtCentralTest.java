package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;

/** PINs of a joined station, which are deleted when their people are provisioned and the PIN office of Central can find them. */
class PinAtCentralTest {

    private static final Map<String, String> IN_ESCROW = Map.of(JournalFacts.PIN_IN_ESCROW, "true");

    @TempDir
    Path home;

    private StationStore store;
    private StationRecords records;
    private ProvisioningRequest request;
    private Claim claim;
    private CeremonyId ceremony;

    @BeforeEach
    void open() {
        store = DatabaseKind.FILE.open(home);
        records = store.central().orElseThrow().records();
        request = Samples.request(records.requests(), 2);
        claim = records.requests().claim(request.recipients().getFirst().id()).orElseThrow();
        ceremony = records.journal().open(claim, claim.recipient(), Map.of());
        records.pins().propose(claim, ceremony, claim.recipient(), Secret.of("482913"));
        records.pins().confirm(claim, ceremony);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void close(Map<String, String> facts, OutcomeRecord outcome) {
        records.journal().record(claim, ceremony, JournalPoint.REGISTERED, facts);
        records.journal().close(claim, ceremony, outcome);
        claim.close();
    }

    private boolean isKept() {
        return records.pins().ofCeremony(ceremony).isPresent();
    }

    @Test
    void pinIsDeletedWithTheEndOfTheCeremony() {
        close(IN_ESCROW, Samples.provisioned());
        assertEquals(false, isKept());
    }

    @Test
    void pinThatCentralDoesNotHaveIsKept() {
        close(Map.of(), Samples.provisioned());
        assertTrue(isKept());
    }

    @Test
    void pinOfSomeoneWhoIsNotProvisionedIsKept() {
        close(IN_ESCROW, Samples.failed());
        assertTrue(isKept());
    }

    private void reportProvisioned() {
        RecipientState anna = request.recipients().getFirst();
        RecipientState provisioned = new RecipientState(
                anna.id(), anna.recipient(), Outcome.PROVISIONED, Optional.of(Samples.provisioned()));
        store.central()
                .orElseThrow()
                .mirror(new ProvisioningRequest(
                        request.id(),
                        request.name(),
                        request.directory(),
                        request.profile(),
                        request.created(),
                        List.of(provisioned, request.recipients().get(1))));
    }

    private Map<String, String> inEscrowAfterMaking(String credential) {
        return Map.of(
                JournalFacts.PIN_IN_ESCROW,
                "true",
                JournalFacts.CREDENTIAL_ID,
                Samples.credential(credential).base64Url());
    }

    @Test
    void pinIsDeletedWhenCentralReportsThatItsPasskeyIsProvisioned() {
        close(inEscrowAfterMaking("made"), Samples.unclear());
        assertTrue(isKept());
        reportProvisioned();
        assertEquals(false, isKept());
    }

    @Test
    void pinOfAnotherDeviceIsKept() {
        close(inEscrowAfterMaking("another"), Samples.unclear());
        reportProvisioned();
        assertTrue(isKept());
    }
}
