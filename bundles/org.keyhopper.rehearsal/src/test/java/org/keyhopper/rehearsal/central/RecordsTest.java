package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditChain;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.records.PersonalData;
import org.keyhopper.central.records.RecordKind;
import org.keyhopper.central.storage.AuditTable;

/** How long records stay, and the records of one person. */
class RecordsTest extends StationFixture {

    private static final Caller ADMINISTRATOR = new Caller(
            Caller.Kind.OPERATOR,
            "dana",
            List.of(new Grant(Role.ADMINISTRATOR, new Scope.OneDirectory("contoso"))),
            "call-of-dana");

    private PersonalData people() {
        return rig.central().personalData();
    }

    private NewCredential provisioned(String key) throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, key);
        BegunEnrolment begun = begun(STATION, claimed);
        NewCredential made = device.make(begun);
        done(calls().register(STATION, claimed.claim(), made, "Key of Anna"));
        done(prove(STATION, claimed.claim(), made, begun.proofClientData()));
        return made;
    }

    /** Everything in the database's file, as far as it is text. */
    private String database() throws Exception {
        rig.restart();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("central.db"));
                Statement statement = connection.createStatement()) {
            StringBuilder all = new StringBuilder();
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            all.append(rows.getString(i)).append('\n');
                        }
                    }
                }
            }
            return all.toString();
        }
    }

    @Test
    void exportHasTheRecordsOfThePersonAlone() throws Exception {
        provisioned("k1");
        rig.claim(STATION, "k2");
        Map<String, List<Map<String, String>>> all = done(people().export(ADMINISTRATOR, "contoso", "anna"));
        assertEquals(1, all.get("recipient").size());
        assertEquals(1, all.get("inventory").size());
        assertEquals(1, all.get("enrolment").size());
        assertEquals(
                4, all.get("audit_event").size(), () -> all.get("audit_event").toString());
        assertFalse(all.toString().contains("bert"));
        assertEquals(
                List.of(),
                done(people().export(ADMINISTRATOR, "contoso", "carl")).get("recipient"));
        assertRefused(CentralProblem.NOT_PERMITTED, people().export(STATION, "contoso", "anna"));
    }

    @Test
    void erasureLeavesNoNameAndTheTrailIntact() throws Exception {
        NewCredential made = provisioned("k1");
        assertTrue(database().contains("anna"));
        assertTrue(done(people().erase(ADMINISTRATOR, "contoso", "anna")) > 3);
        String after = database();
        assertFalse(after.contains("anna") || after.contains("Anna"), after);
        assertEquals(Outcome.PROVISIONED, rig.outcome(1));
        assertTrue(after.contains(made.id().base64Url()), "the device in use stays");
        rig.trail();
    }

    @Test
    void personInWorkIsNotErased() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        assertRefused(CentralProblem.PERSON_IN_WORK, people().erase(ADMINISTRATOR, "contoso", "anna"));
        begun(STATION, claimed);
        rig.database().store().write(in -> in.enrolments().renew(claimed.claim(), Duration.ofSeconds(-1)));
        assertRefused(CentralProblem.PERSON_IN_WORK, people().erase(ADMINISTRATOR, "contoso", "anna"));
        assertRefused(CentralProblem.NOT_PERMITTED, people().erase(STATION, "contoso", "bert"));
        done(people().erase(ADMINISTRATOR, "contoso", "bert"));
        assertEquals(Outcome.SKIPPED, rig.outcome(2));
    }

    private void age(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("central.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    private boolean pass(RecordKind kind) {
        return rig.central().retention().pass(ADMINISTRATOR, Map.of(kind, 30));
    }

    @Test
    void requestIsRemovedOnlyWhenAllOfItIsOldAndDone() throws Exception {
        provisioned("k1");
        String old = "'2020-01-01T00:00:00.000000000Z'";
        age("UPDATE request SET created = " + old, "UPDATE settlement SET ended = " + old);
        assertFalse(pass(RecordKind.REQUESTS));
        assertTrue(rig.database().requests().find(rig.request).isPresent(), "one is pending");
        age("UPDATE recipient SET outcome = 'SKIPPED' WHERE position = 2");
        pass(RecordKind.REQUESTS);
        assertTrue(rig.database().requests().find(rig.request).isEmpty());
        assertTrue(rig.trail().stream().anyMatch(entry -> entry.event().action() == AuditAction.RECORDS_REMOVED));
    }

    @Test
    void devicesInUseStay() throws Exception {
        provisioned("k1");
        age("UPDATE inventory SET since = '2020-01-01T00:00:00.000000000Z'");
        pass(RecordKind.DEVICES);
        assertEquals(
                1,
                rig.database()
                        .store()
                        .write(in -> in.unclear().devicesOf("contoso", "anna"))
                        .size());
        age("UPDATE inventory SET state = 'REVOKED'");
        pass(RecordKind.DEVICES);
        assertEquals(
                0,
                rig.database()
                        .store()
                        .write(in -> in.unclear().devicesOf("contoso", "anna"))
                        .size());
    }

    @Test
    void trailThatBeginsLaterIsIntactAndGoesOn() throws Exception {
        provisioned("k1");
        age("UPDATE audit_event SET written = '2020-01-01T00:00:00.000000000Z' WHERE number <= 2");
        pass(RecordKind.AUDIT);
        List<AuditEntry> left = rig.database().store().write(in -> in.audit().after(0, 100));
        AuditTable.Start start = rig.database().store().write(in -> in.audit().start());
        assertEquals(3, left.getFirst().number());
        assertEquals(2, start.number());
        assertEquals(OptionalLong.empty(), AuditChain.firstBroken(start.hash(), 3, left));
    }

    @Test
    void entriesThatASinkHasNotReceivedStay() throws Exception {
        provisioned("k1");
        rig.database().store().write(in -> in.cursors().take("sink", Duration.ofMinutes(1)));
        rig.database().store().write(in -> in.cursors().advance("sink", 1));
        age("UPDATE audit_event SET written = '2020-01-01T00:00:00.000000000Z' WHERE number <= 2");
        pass(RecordKind.AUDIT);
        assertEquals(
                2,
                rig.database()
                        .store()
                        .write(in -> in.audit().after(0, 1))
                        .getFirst()
                        .number());
    }
}
