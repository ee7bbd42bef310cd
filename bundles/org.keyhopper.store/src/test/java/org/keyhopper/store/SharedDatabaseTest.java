package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;

/** Two stations that share a database. */
@EnabledIfEnvironmentVariable(named = DatabaseKind.ADDRESS, matches = "postgresql:.*")
class SharedDatabaseTest {

    @TempDir
    Path here;

    @TempDir
    Path there;

    private StationStore mine;
    private StationStore theirs;
    private RequestId request;

    @BeforeEach
    void open() throws IOException {
        mine = DatabaseKind.SERVER.open(here);
        Files.copy(here.resolve("database"), there.resolve("database"));
        theirs = DatabaseKind.SERVER.open(there);
        request = Samples.request(mine.requests(), 2).id();
    }

    @AfterEach
    void close() {
        mine.close();
        theirs.close();
    }

    @Test
    void requestsAreSharedAndClaimedExclusively() {
        assertEquals(mine.requests().list(), theirs.requests().list());
        theirs.requests().claim(new RecipientId(request, 1)).orElseThrow();
        assertTrue(mine.requests().claim(new RecipientId(request, 1)).isEmpty());
        theirs.close();
        assertTrue(mine.requests().claim(new RecipientId(request, 1)).isPresent());
    }

    @Test
    void secretsOpenAtEveryStationWithThePassphrase() {
        DirectoryAccount contoso = new DirectoryAccount("contoso", "entra", new Settings(Map.of()));
        mine.accounts().secretsOf(contoso).put("clientSecret", Secret.of("geheim"));
        try (Secret read =
                theirs.accounts().secretsOf(contoso).get("clientSecret").orElseThrow()) {
            assertEquals("geheim", new String(read.toChars()));
        }
        try (StationStore without = StationStore.open(there, Optional::empty)) {
            String said = assertThrows(
                            StoreException.class,
                            () -> without.accounts().secretsOf(contoso).get("clientSecret"))
                    .getMessage();
            assertTrue(said.contains("KEYHOPPER_PASSPHRASE"), said);
        }
    }

    @Test
    void readerBindingsAreLocal() {
        mine.bindings().put(new ReaderBinding("Evolis 127.0.0.1", Encoder.CONTACT, "Reader 0", Instant.EPOCH));
        assertEquals(List.of(), theirs.bindings().list());
    }

    @Test
    void reconnectedStationContinuesUnlessTakenOver() throws SQLException {
        Claim claim = mine.requests().claim(new RecipientId(request, 1)).orElseThrow();
        CeremonyId ceremony = mine.journal().open(claim, new RecipientId(request, 1), Map.of());
        DatabaseKind.endSessions();
        mine.journal().record(claim, ceremony, JournalPoint.MAKING, Map.of());
        assertTrue(theirs.requests().claim(new RecipientId(request, 1)).isEmpty());
        assertEquals(List.of(), theirs.journal().unfinished());
    }

    @Test
    void reconnectedStationStopsIfTakenOver() throws SQLException {
        Claim claim = mine.requests().claim(new RecipientId(request, 1)).orElseThrow();
        CeremonyId ceremony = mine.journal().open(claim, new RecipientId(request, 1), Map.of());
        DatabaseKind.endSessions();
        theirs.requests().claim(new RecipientId(request, 1)).orElseThrow();
        assertEquals(1, theirs.journal().unfinished().size());
        for (Runnable write : List.<Runnable>of(
                () -> mine.journal().record(claim, ceremony, JournalPoint.MAKING, Map.of()),
                () -> mine.journal().close(claim, ceremony, Samples.provisioned()),
                () -> mine.journal().open(claim, new RecipientId(request, 2), Map.of()),
                () -> mine.requests().settle(claim, new RecipientId(request, 2), Samples.provisioned()))) {
            String said = assertThrows(ClaimLostException.class, write::run).getMessage();
            assertTrue(said.contains("lost its claim"), said);
        }
    }

    @Test
    void unreachableServerIsNamed() throws IOException {
        Files.writeString(there.resolve("database"), "postgresql://desk@127.0.0.1:1/keyhopper");
        String said = assertThrows(StoreException.class, () -> DatabaseKind.SERVER.open(there))
                .getMessage();
        assertTrue(said.contains("does not answer: 127.0.0.1:1/keyhopper"), said);
    }
}
