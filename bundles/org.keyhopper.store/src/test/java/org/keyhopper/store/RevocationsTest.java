package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.core.journal.Revocation;

class RevocationsTest {

    @TempDir
    Path home;

    private StationStore store;

    DatabaseKind databaseKind() {
        return DatabaseKind.FILE;
    }

    @BeforeEach
    void open() {
        store = databaseKind().open(home);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Revocation begin(String passkey, Optional<CredentialId> credential) {
        return store.revocations()
                .begin(new Revocation(
                        0, "contoso", "id-1", "anna", passkey, "Key", credential, Instant.EPOCH, Optional.empty()));
    }

    @Test
    void begunRevocationIsPersistentWithoutEnd() {
        Revocation begun = begin("p1", Optional.of(CredentialId.of(new byte[] {1, 2})));
        store.close();
        open();
        assertEquals(List.of(begun), store.revocations().list());
        assertEquals(Optional.empty(), begun.end());
    }

    @Test
    void endedRevocationsAreListedNewestFirst() {
        Revocation first = begin("p1", Optional.empty());
        Revocation second = begin("p2", Optional.empty());
        store.revocations().end(first, Revocation.End.WAS_GONE);
        List<Revocation> all = store.revocations().list();
        assertEquals(
                List.of(second.id(), first.id()),
                all.stream().map(Revocation::id).toList());
        assertEquals(Optional.of(Revocation.End.WAS_GONE), all.getLast().end());
    }
}
