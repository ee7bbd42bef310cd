package org.keyhopper.central.server.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.store.CentralDatabase;

/** What someone who may write the database can do to the trail, and how checkpoints show it. */
class CheckpointTest {

    @TempDir
    Path folder;

    private CentralDatabase database;
    private Path file;

    @BeforeEach
    void open() {
        database = CentralDatabase.open(folder, Optional.empty());
        file = folder.resolve("checkpoints");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void append(String subject) {
        database.store()
                .write(in -> in.audit().append(AuditEvent.done(Caller.none("call"), AuditAction.CLAIM, subject)));
    }

    private void checkpoint() throws IOException {
        new CheckpointFile(database.store(), CheckpointKey.of(database), file).write();
    }

    private List<String> faults() throws IOException {
        TrailVerification verification = new TrailVerification(database.store());
        verification.expect(CheckpointKey.of(database), Files.readAllLines(file));
        return verification.run();
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("central.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    @Test
    void trailAgreesWithItsCheckpoints() throws Exception {
        append("claim:1");
        checkpoint();
        append("claim:2");
        checkpoint();
        append("claim:3");
        assertEquals(2, Files.readAllLines(file).size());
        assertEquals(List.of(), faults());
    }

    @Test
    void endThatWasCutOffIsNoticed() throws Exception {
        append("claim:1");
        append("claim:2");
        checkpoint();
        sql("DELETE FROM audit_event WHERE number = 2", "UPDATE counter SET value = 1 WHERE name = 'audit'");
        assertTrue(faults().getFirst().startsWith("The entries after 1 are missing"), faults()::toString);
    }

    @Test
    void trailThatWasWrittenAnewIsNoticed() throws Exception {
        append("claim:1");
        checkpoint();
        sql("DELETE FROM audit_event", "UPDATE counter SET value = 0 WHERE name = 'audit'");
        append("claim:9");
        assertTrue(faults().getFirst().startsWith("Entry 1 is not the one of the checkpoint"), faults()::toString);
    }

    @Test
    void checkpointOfAnotherKeyIsAFault() throws Exception {
        append("claim:1");
        try (CentralDatabase other = CentralDatabase.open(folder.resolve("other"), Optional.empty())) {
            Checkpoint forged = new Checkpoint(1, "0".repeat(64), Instant.EPOCH);
            Files.writeString(file, CheckpointKey.of(other).sign(forged) + "\nnonsense\n");
        }
        assertEquals(2, faults().size());
    }

    @Test
    void lineThatWasCutOffIsSkippedAndSpoilsNoOther() throws Exception {
        append("claim:1");
        checkpoint();
        String whole = Files.readString(file).strip();
        // In the header, the payload and the signature.
        for (int length : List.of(1, 20, whole.indexOf('.') + 1, whole.lastIndexOf('.'), whole.length() - 1)) {
            Files.writeString(file, whole.substring(0, length));
            append("claim:" + length);
            checkpoint();
            assertEquals(2, Files.readAllLines(file).size());
            assertEquals(List.of(), faults(), "cut off after " + length);
        }
    }

    @Test
    void wholeLineThatIsWrongIsNotSkipped() throws Exception {
        append("claim:1");
        checkpoint();
        String whole = Files.readString(file).strip();
        char other = whole.endsWith("A") ? 'B' : 'A';
        int middle = whole.lastIndexOf('.') + 40;
        String forged = whole.substring(0, middle)
                + (char) (whole.charAt(middle) == 'A' ? 'B' : 'A')
                + whole.substring(middle + 1);
        Files.writeString(file, forged + "\n" + whole + other + "\n" + whole + whole.substring(0, 40) + "\n");
        assertEquals(3, faults().size());
    }

    @Test
    void fileIsReadableByItsOwnerOnly() throws Exception {
        append("claim:1");
        checkpoint();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
