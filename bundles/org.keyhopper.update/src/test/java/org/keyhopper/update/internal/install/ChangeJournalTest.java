package org.keyhopper.update.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeJournalTest {

    private static final String BUNDLES = "configuration/org.eclipse.equinox.simpleconfigurator/bundles.info";
    private static final String LAST = "configuration/config.ini";

    @TempDir
    Path product;

    private Path recordFolder;
    private ChangeJournal journal;

    @BeforeEach
    void install() throws IOException {
        recordFolder = Files.createDirectories(
                product.resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry/DefaultProfile.profile"));
        Files.createDirectories(product.resolve(BUNDLES).getParent());
        write(BUNDLES, "old");
        write(LAST, "old");
        record("100");
        record("200");
        journal = new ChangeJournal(product, new ProfileRecords(product.resolve("p2"), "DefaultProfile"));
    }

    @Test
    void completedChangeRemains() throws IOException {
        assertEquals("made", journal.execute(() -> changeUpTo(3)));
        assertFalse(journal.rollBackUnfinished());
        assertEquals(List.of("100.profile.gz", "200.profile.gz", "300.profile.gz"), records());
        assertEquals("new new", configuration());
    }

    @Test
    void killedBeforeTheRecordNothingIsRolledBack() throws IOException {
        killedAfter(0);
        assertFalse(journal.rollBackUnfinished());
        assertEquals(List.of("100.profile.gz", "200.profile.gz"), records());
        assertEquals("old old", configuration());
    }

    @Test
    void killedAfterTheRecordThePreviousOneIsRestored() throws IOException {
        killedAfter(1);
        assertFalse(journal.rollBackUnfinished());
        assertEquals(List.of("100.profile.gz", "200.profile.gz", "300.profile.gz.unfinished"), records());
        assertEquals("old old", configuration());
    }

    @Test
    void killedBetweenConfigurationFilesTheyAreRestored() throws IOException {
        killedAfter(2);
        assertTrue(journal.rollBackUnfinished(), "the new version may be running");
        assertEquals(List.of("100.profile.gz", "200.profile.gz", "300.profile.gz.unfinished"), records());
        assertEquals("old old", configuration());
    }

    @Test
    void killedBeforeTheRootFilesTheChangeIsRolledBack() throws IOException {
        killedAfter(3);
        assertTrue(journal.rollBackUnfinished(), "the new version may be running");
        assertEquals(List.of("100.profile.gz", "200.profile.gz", "300.profile.gz.unfinished"), records());
        assertEquals("old old", configuration());
    }

    @Test
    void failedChangeIsRolledBackAtOnce() throws IOException {
        assertThrows(
                IOException.class,
                () -> journal.execute(() -> {
                    changeUpTo(3);
                    throw new IOException("the disk is full");
                }));
        assertEquals(List.of("100.profile.gz", "200.profile.gz", "300.profile.gz.unfinished"), records());
        assertEquals("old old", configuration());
        assertFalse(journal.rollBackUnfinished());
    }

    @Test
    void deletedConfigurationIsRestored() throws IOException {
        assertThrows(
                IOException.class,
                () -> journal.execute(() -> {
                    changeUpTo(2);
                    Files.delete(product.resolve(LAST));
                    return "made";
                }));
        assertEquals(List.of("100.profile.gz", "200.profile.gz", "300.profile.gz.unfinished"), records());
        assertEquals("old old", configuration());
    }

    @Test
    void deletedConfigurationIsRestoredAfterAKill() throws IOException {
        killedAfter(2);
        Files.delete(product.resolve(BUNDLES));
        assertTrue(journal.rollBackUnfinished());
        assertEquals("old old", configuration());
    }

    @Test
    void changeIsRolledBackOnce() throws IOException {
        killedAfter(1);
        journal.rollBackUnfinished();
        record("400");
        journal.rollBackUnfinished();
        assertTrue(records().contains("400.profile.gz"));
    }

    @Test
    void changeCanBeRepeated() throws IOException {
        killedAfter(2);
        journal.rollBackUnfinished();
        journal.execute(() -> changeUpTo(3));
        assertFalse(journal.rollBackUnfinished());
        assertEquals("new new", configuration());
    }

    @Test
    void changeInProgressIsNotRolledBack() throws IOException {
        journal.execute(() -> {
            changeUpTo(1);
            assertFalse(journal.rollBackUnfinished());
            return changeUpTo(3);
        });
        assertEquals(List.of("100.profile.gz", "200.profile.gz", "300.profile.gz"), records());
    }

    @Test
    void onlyOneChangeAtATime() throws IOException {
        journal.execute(() -> assertThrows(IOException.class, () -> journal.execute(() -> changeUpTo(1))));
        assertEquals(List.of("100.profile.gz", "200.profile.gz"), records());
    }

    /** Simulates the steps of p2 in order: record, bundles, and configuration. */
    private String changeUpTo(int step) throws IOException {
        if (step >= 1) {
            record("300");
        }
        if (step >= 2) {
            write(BUNDLES, "new");
        }
        if (step >= 3) {
            write(LAST, "new");
        }
        return "made";
    }

    private void killedAfter(int step) {
        assertThrows(
                Killed.class,
                () -> journal.execute(() -> {
                    changeUpTo(step);
                    throw new Killed();
                }));
    }

    private void record(String time) throws IOException {
        Files.writeString(recordFolder.resolve(time + ".profile.gz"), time);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(product.resolve(file), content);
    }

    private String configuration() throws IOException {
        return Files.readString(product.resolve(BUNDLES)) + " " + Files.readString(product.resolve(LAST));
    }

    private List<String> records() throws IOException {
        try (Stream<Path> files = Files.list(recordFolder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @SuppressWarnings("serial")
    private static final class Killed extends RuntimeException {}
}
