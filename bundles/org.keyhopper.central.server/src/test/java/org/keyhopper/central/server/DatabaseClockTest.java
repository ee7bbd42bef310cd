package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.server.internal.DatabaseClock;
import org.keyhopper.central.server.internal.token.DpopProofs;
import org.keyhopper.central.server.internal.token.RefusedException;

/** Tokens and proofs go by the clock of the database. */
class DatabaseClockTest extends ServerFixture {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void clockIsThatOfTheDatabase(int minutes) {
        Clock computer = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
        Duration difference = Duration.between(new DatabaseClock(database.store(), computer).instant(), Instant.now());
        assertTrue(difference.abs().compareTo(Duration.ofMinutes(1)) < 0, difference::toString);
    }

    @Test
    void proofIsAcceptedOnceByAComputerThatIsSlow() throws Exception {
        Clock computer = Clock.offset(Clock.systemUTC(), TEN_MINUTES.negated());
        DpopProofs proofs = new DpopProofs(database.store(), new DatabaseClock(database.store(), computer));
        String url = station.url + "/api/v1/token";
        String proof = station.proof(station.claims("/api/v1/token").build());
        proofs.verify(proof, "POST", url, Optional.empty());
        RefusedException refusal =
                assertThrows(RefusedException.class, () -> proofs.verify(proof, "POST", url, Optional.empty()));
        assertTrue(refusal.problem().is(CentralProblem.PROOF_REPLAYED), refusal::getMessage);
    }
}
