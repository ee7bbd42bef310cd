package org.keyhopper.core.internal.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.fake.FakeMetadata;
import org.keyhopper.core.fake.MemoryMetadata;
import org.keyhopper.core.metadata.MetadataEdition;
import org.keyhopper.core.metadata.MetadataFile;

class ArchivedMetadataTest {

    private final MemoryMetadata archive = new MemoryMetadata();
    private final FakeMetadata reader = new FakeMetadata();
    private final ArchivedMetadata metadata = new ArchivedMetadata(archive, reader);

    @Test
    void withoutAFileItIsMissing() {
        assertTrue(metadata.current().failure().orElseThrow().is(MetadataProblem.MISSING));
    }

    @Test
    void whatWasTakenIsThereForEveryProcess() {
        metadata.install(bytes("3"), Optional.empty());
        assertEquals(3, edition(metadata.current()));
        assertEquals(3, edition(new ArchivedMetadata(archive, reader).current()));
    }

    @Test
    void itIsReadAgainOnlyWhenItIsAnotherFile() {
        metadata.install(bytes("3"), Optional.empty());
        metadata.current();
        int reads = reader.reads;
        metadata.current();
        assertEquals(reads, reader.reads);
        archive.save(new MetadataFile(bytes("4"), Optional.empty()));
        assertEquals(4, edition(metadata.current()));
    }

    @Test
    void theFileIsNotLoadedForEachQuestion() {
        metadata.install(bytes("3"), Optional.empty());
        metadata.current();
        int loads = archive.loads;
        metadata.nameOf(new UUID(1, 1));
        metadata.current();
        assertEquals(loads, archive.loads, "it has some megabytes");
    }

    @Test
    void anOlderEditionIsRefusedAndTheNewerStays() {
        metadata.install(bytes("3"), Optional.empty());
        assertTrue(metadata.install(bytes("2"), Optional.empty())
                .failure()
                .orElseThrow()
                .is(MetadataProblem.OLDER));
        assertEquals(3, edition(metadata.current()));
    }

    /** Otherwise an edition of another root in between would roll the first one back. */
    @Test
    void theHighestEditionOfEachRootIsRemembered() throws Exception {
        X509Certificate own = anyRoot();
        metadata.install(bytes("10"), Optional.empty());
        metadata.install(bytes("1"), Optional.of(own));
        assertEquals(1, edition(metadata.current()));
        Answer<MetadataEdition> older = new ArchivedMetadata(archive, reader).install(bytes("9"), Optional.empty());
        assertTrue(older.failure().orElseThrow().is(MetadataProblem.OLDER));
        assertEquals(10, edition(metadata.install(bytes("10"), Optional.empty())));
    }

    /** Otherwise an operator whose profile is locked could prove any maker with metadata of their own. */
    @Test
    void aRootThatThePolicyDoesNotListIsRefused() throws Exception {
        X509Certificate own = anyRoot();
        metadata.install(bytes("1"), Optional.of(own));
        ArchivedMetadata none = new ArchivedMetadata(archive, reader, Optional.of(Set.of()));
        assertTrue(none.current().failure().orElseThrow().is(MetadataProblem.ROOT_NOT_ALLOWED));
        Problem refusal = none.install(bytes("2"), Optional.of(own)).failure().orElseThrow();
        assertTrue(refusal.is(MetadataProblem.ROOT_NOT_ALLOWED));
        ArchivedMetadata listed = new ArchivedMetadata(
                archive, reader, Optional.of(Set.of(refusal.arguments().getFirst())));
        assertEquals(2, edition(listed.install(bytes("2"), Optional.of(own))));
        assertEquals(10, edition(none.install(bytes("10"), Optional.empty())));
    }

    @Test
    void aBadFileChangesNothing() {
        metadata.install(bytes("3"), Optional.empty());
        assertTrue(metadata.install(bytes("nonsense"), Optional.empty())
                .failure()
                .orElseThrow()
                .is(MetadataProblem.UNREADABLE));
        assertEquals(3, edition(metadata.current()));
    }

    private static X509Certificate anyRoot() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()[0];
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int edition(Answer<MetadataEdition> answer) {
        return answer.result().orElseThrow().number();
    }
}
