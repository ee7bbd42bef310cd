package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.Servlet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.Central;
import org.keyhopper.central.client.internal.HttpCentralConnector;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.server.internal.CentralServer;
import org.keyhopper.central.server.internal.DatabaseClock;
import org.keyhopper.central.server.internal.HttpServer;
import org.keyhopper.central.server.internal.api.Api;
import org.keyhopper.central.server.internal.api.ApiServices;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.config.Operation;
import org.keyhopper.central.server.internal.config.SignInConfiguration;
import org.keyhopper.central.server.internal.health.Health;
import org.keyhopper.central.server.internal.http.CallerDeadlines;
import org.keyhopper.central.server.internal.metrics.Metrics;
import org.keyhopper.central.server.internal.records.RecordServices;
import org.keyhopper.central.server.internal.token.AccessTokens;
import org.keyhopper.central.server.internal.token.ClientAssertions;
import org.keyhopper.central.server.internal.token.DpopProofs;
import org.keyhopper.central.server.internal.token.RefusedException;
import org.keyhopper.core.central.CentralConnector;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.fido.Authenticators;

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
    void stationWhoseClockDiffersIsToldTheTimeOfTheDatabase() throws Exception {
        Clock ofDatabase = Clock.offset(Clock.systemUTC(), TEN_MINUTES);
        Central central = Central.of(
                database.store(),
                StationFactory.directories(database.directories(), List::of),
                Authenticators.verifier(),
                Optional::empty);
        try (central;
                RecordServices records = RecordServices.start(database, central, records());
                Metrics metrics = new Metrics(database);
                HttpServer http = HttpServer.start(
                        configuration(),
                        url -> servlet(central, records, metrics, url.toString(), ofDatabase),
                        CallerDeadlines.Limits.USUAL);
                Secret code = Secret.of(code("contoso"))) {
            CentralConnector connector = new HttpCentralConnector(Duration.ofMillis(20));
            Membership member = done(connector.join(new JoinOrder(http.url(), Optional.empty(), "Main", code)));
            assertTrue(done(connector.open(member).claim(request, "key-1", "", Optional.empty()))
                    .isPresent());
        }
    }

    private static <T> T done(Answer<T> answer) {
        return answer.result().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private Configuration configuration() throws Exception {
        return new Configuration(
                folder,
                Optional.empty(),
                "127.0.0.1",
                0,
                publicUrl(),
                Optional.empty(),
                Operation.DEFAULT,
                records(),
                SignInConfiguration.NONE);
    }

    private Servlet servlet(Central central, RecordServices records, Metrics metrics, String url, Clock clock) {
        ApiServices services = new ApiServices(
                central,
                central.signIns(CentralServer.rules(SignInConfiguration.NONE)),
                new AccessTokens(database, url, clock),
                new DpopProofs(database.store(), clock),
                new ClientAssertions(central.stations(), database.store(), clock),
                records,
                url);
        Health health = new Health(database, "1", clock, Optional.empty(), () -> Long.MAX_VALUE);
        return Api.servlet(services, health, metrics, "");
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
