package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.core.vault.PinReleaseOrder;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.escrow.EscrowProblem;
import org.keyhopper.escrow.NewEscrowKey;

/** The store of a lone station with a request of three people and an escrow key. */
abstract class PinEscrowFixture {

    static final Secret PIN = Secret.of("482913");

    @TempDir
    static Path keys;

    /** Made once for all classes of tests: each takes seconds. */
    static EscrowKey first;

    static EscrowKey second;

    @TempDir
    Path home;

    StationStore store;

    PinEscrow escrow;

    RequestId request;

    @BeforeAll
    static void makeKeys() throws IOException {
        if (first != null) {
            return;
        }
        first = NewEscrowKey.create("first", Instant.now(), keys.resolve("first.p12"), Secret.of("one"));
        second = NewEscrowKey.create("second", Instant.now(), keys.resolve("second.p12"), Secret.of("two"));
    }

    @BeforeEach
    void open() {
        store = DatabaseKind.FILE.open(home);
        escrow = store.escrow().orElseThrow();
        request = Samples.request(store.requests(), 3).id();
        assertEquals(Optional.empty(), escrow.activate(first.certificate()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    RecipientId person(int position) {
        return new RecipientId(request, position);
    }

    CeremonyId propose(Claim claim) {
        CeremonyId ceremony = store.journal()
                .open(
                        claim,
                        claim.recipient(),
                        Map.of(
                                JournalFacts.USER_ID,
                                "7d1c",
                                JournalFacts.USER_NAME,
                                "jörg@contoso.com",
                                JournalFacts.SERIAL,
                                "1234567"));
        store.pins().propose(claim, ceremony, claim.recipient(), PIN);
        return ceremony;
    }

    void provision(int position, OutcomeRecord outcome) {
        try (Claim claim = store.requests().claim(person(position)).orElseThrow()) {
            CeremonyId ceremony = propose(claim);
            store.pins().confirm(claim, ceremony);
            store.journal().close(claim, ceremony, outcome);
        }
    }

    Answer<List<EscrowedPin>> release(Integer... positions) {
        return escrow.release(new PinReleaseOrder(request, Set.of(positions), "letters for Berlin", "kim"));
    }

    static Secret opened(EscrowKey key, EscrowedPin pin) {
        return key.open(pin.sealed()).result().orElseThrow();
    }

    void assertRefused(EscrowProblem expected, Answer<?> answer) {
        Problem problem = answer.failure().orElseThrow();
        assertTrue(problem.is(expected), problem::toString);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    boolean isInFiles(byte[] wanted) throws IOException {
        String text = new String(wanted, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
