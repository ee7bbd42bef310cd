package org.keyhopper.central.server;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.central.server.internal.token.DpopProofs;
import org.keyhopper.central.server.internal.token.RefusedException;
import org.keyhopper.testkit.fuzz.Fuzz;

/** Proofs and assertions from anyone who can reach Central. */
class TokenFuzzTest extends ServerFixture {

    @Test
    void proofsAreVerifiedOrRefused() throws Exception {
        DpopProofs proofs = new DpopProofs(database.store(), Clock.systemUTC());
        String proof = station.proof(station.claims("/api/v1/token").build());
        Fuzz.assertTextsAreReadOrRefused("dpop", List.of(proof), input -> {
            try {
                proofs.verify(
                        new String(input, StandardCharsets.UTF_8),
                        "POST",
                        station.url + "/api/v1/token",
                        Optional.empty());
            } catch (RefusedException declared) {
                return;
            }
        });
    }
}
