package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditChain;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.pickup.PickUpCopy;
import org.keyhopper.central.pickup.PickUpLink;
import org.keyhopper.central.pickup.PickUpSession;
import org.keyhopper.central.signin.StationSignIn;
import org.keyhopper.central.station.JoinCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.core.request.StoreException;

/** Backups of a file, made while two instances have it open. */
class CentralBackupTest extends TwoInstances {

    private static final Caller ADMINISTRATOR = Caller.none("command");
    private static final int ALL = 1000;
    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    @TempDir
    Path backups;

    private Path backup() throws IOException {
        Path file = backups.resolve("backup.zip");
        CentralBackup.make(location(), "1.0.0", file, Map.of());
        return file;
    }

    private CentralBackup.Restored restore(Path file) throws Exception {
        close();
        CentralBackup.Restored restored = CentralBackup.restore(location(), file, ADMINISTRATOR);
        one = keeping().openCentral(home);
        two = keeping().openCentral(home);
        return restored;
    }

    private Outcome outcome(int index) {
        return one.requests()
                .find(request.id())
                .orElseThrow()
                .recipients()
                .get(index)
                .outcome();
    }

    @Test
    void fencingNumbersBeginAboveAllThatWereIssued() throws Exception {
        Path file = backup();
        long lost = claim(one, "s", "k").orElseThrow().claim();
        restore(file);
        long next = claim(one, "s", "k2").orElseThrow().claim();
        assertTrue(next > lost, next + " after " + lost);
        restore(file);
        long last = claim(one, "s", "k3").orElseThrow().claim();
        assertTrue(last > next, "again from the same backup");
        assertTrue(last < 1L << 53, "exact in JSON");
    }

    @Test
    void openClaimsBecomeUnclear() throws Exception {
        long claim = claim(one, "s", "k").orElseThrow().claim();
        Path file = backup();
        CentralBackup.Restored restored = restore(file);
        assertEquals(1, restored.unclear());
        assertEquals(Outcome.UNCLEAR, outcome(0));
        assertEquals(Optional.empty(), expiry(claim), "its station has lost it");
        assertEquals(
                2, claim(one, "s", "k2").orElseThrow().recipient().position(), "the next recipient is another one");
    }

    @Test
    void whatWasCommittedBeforeIsThereAndWhatCameAfterIsNot() throws Exception {
        one.store().write(in -> in.stations().find("x"));
        Path file = backup();
        two.requests().create("Later", "contoso", request.profile(), List.of());
        restore(file);
        assertEquals(
                List.of("Spring"),
                one.requests().list().stream().map(it -> it.name()).toList());
        assertTrue(Files.exists(home.resolve("central.db")));
    }

    @Test
    void codesAndTheKeyOfTokensEnd() throws Exception {
        JoinCode code = new JoinCode(
                "hash", Station.Kind.STATION, "Desk", List.of(), Instant.now().plusSeconds(3600));
        one.store().write(in -> {
            in.stations().put(code);
            return code;
        });
        one.secret("token-key", () -> Secret.of("first")).close();
        restore(backup());
        assertEquals(Optional.empty(), one.store().write(in -> in.stations().code("hash")));
        try (Secret key = one.secret("token-key", () -> Secret.of("second"))) {
            assertEquals("second", new String(key.toChars()));
        }
    }

    private void signedIn() {
        one.store().write(in -> {
            in.stations()
                    .add(new Station("desk", Station.Kind.STATION, "Desk", "", "", List.of(), LATER, false, 1), "code");
            in.operators()
                    .add(new Operator(
                            "olga",
                            "olga",
                            Optional.empty(),
                            "Olga",
                            List.of(),
                            List.of(),
                            LATER,
                            Optional.empty(),
                            false,
                            1));
            in.stationSignIns().add(new StationSignIn("refresh", "olga", "desk", "", "", LATER));
            return in;
        });
    }

    @Test
    void codesOfAdministratorsAndSignInsAtStationsEnd() throws Exception {
        signedIn();
        one.store().write(in -> {
            in.settings().putCodeHash("administrator", "used after the backup");
            in.settings().putCodeHash("break-glass", "replaced after the backup");
            return in;
        });
        restore(backup());
        for (String name : List.of("administrator", "break-glass")) {
            assertEquals(
                    Optional.of(""),
                    one.store().write(in -> in.settings().codeHash(name)),
                    "used, so that no start makes a new one");
        }
        assertEquals(
                Optional.empty(), one.store().write(in -> in.stationSignIns().find("refresh")));
    }

    @Test
    void invitationsToPickUpPinsHaveExpired() throws Exception {
        Enrolment enrolment = claim(one, "s", "k").orElseThrow();
        one.store().write(in -> {
            in.pickUps().put(enrolment.claim(), enrolment.recipient(), new byte[] {1}, Instant.EPOCH);
            in.pickUps().add(new PickUpLink("link", enrolment.claim(), LATER, false));
            in.pickUps().add(new PickUpSession("cookie", "link", "visitor", "csrf", LATER));
            PickUpCopy copy = in.pickUps().lock(enrolment.claim()).orElseThrow();
            in.pickUps().update(copy.invited(Instant.EPOCH, LATER));
            return in;
        });
        restore(backup());
        assertEquals(Optional.empty(), one.store().write(in -> in.pickUps().link("link")));
        assertEquals(Optional.empty(), one.store().write(in -> in.pickUps().session("cookie")));
        PickUpCopy left =
                one.store().write(in -> in.pickUps().lock(enrolment.claim())).orElseThrow();
        assertTrue(left.present(), "the person is invited again");
        assertEquals(PickUpCopy.Stage.EXPIRED, left.stage(Instant.now()));
    }

    @Test
    void restoreIsInTheAuditTrailWhichStaysOneChain() throws Exception {
        restore(backup());
        List<AuditEntry> trail = one.store().write(in -> in.audit().after(0, ALL));
        assertEquals(AuditAction.RESTORED, trail.getLast().event().action());
        assertEquals(OptionalLong.empty(), AuditChain.firstBroken(AuditChain.START, 1, trail));
        assertEquals(1, one.store().write(in -> in.restorations().open()).size());
    }

    @Test
    void keyIsNotInTheBackup() throws Exception {
        one.secret("token-key", () -> Secret.of("first")).close();
        byte[] key = Files.readAllBytes(home.resolve("station.key"));
        Path file = backup();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                assertFalse(
                        new String(content, StandardCharsets.ISO_8859_1)
                                .contains(new String(key, StandardCharsets.ISO_8859_1)),
                        entry.getName());
            }
        }
        assertEquals(32, HexFormat.of().formatHex(key).length() / 2);
        assertEquals(
                "rw-------",
                java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void anotherKeyIsRefusedAndNothingIsReplaced() throws Exception {
        one.secret("token-key", () -> Secret.of("first")).close();
        Path file = backup();
        claim(one, "s", "k");
        close();
        Path other = backups.resolve("other.key");
        Files.write(other, new byte[32]);
        Files.setPosixFilePermissions(other, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        CentralLocation wrong = new CentralLocation(home, Optional.empty(), Optional.of(other));
        StoreException refusal =
                assertThrows(StoreException.class, () -> CentralBackup.restore(wrong, file, ADMINISTRATOR));
        assertTrue(refusal.getMessage().contains("not the right one"), refusal.getMessage());
        one = keeping().openCentral(home);
        two = keeping().openCentral(home);
        assertEquals(1, one.openClaims(), "still the database from after the backup");
    }

    @Test
    void damagedBackupIsRefused() throws Exception {
        Path file = backup();
        close();
        flip(file);
        CentralLocation location = location();
        assertThrows(RuntimeException.class, () -> CentralBackup.restore(location, file, ADMINISTRATOR));
        one = keeping().openCentral(home);
        two = keeping().openCentral(home);
        assertEquals(1, one.requests().list().size());
    }

    private static void flip(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
    }

    @Test
    void runningInstanceIsNotPulledAway() throws Exception {
        one.instances().announce("1.0.0");
        Path file = backup();
        CentralLocation location = location();
        StoreException refusal =
                assertThrows(StoreException.class, () -> CentralBackup.restore(location, file, ADMINISTRATOR));
        assertTrue(refusal.getMessage().contains("running"), refusal.getMessage());
    }
}
