package org.keyhopper.core.internal.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeDirectory;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.request.OutcomeRecord;

/** A directory that is in trouble while a credential is registered, and recovers. */
class RegistrationRetryTest {

    private final CeremonyBench bench = new CeremonyBench();

    static Stream<Answer<RegisteredPasskey>> notRegistered() {
        return Stream.of(
                Answer.unclear(Problem.of(DirectoryProblem.SERVER_ERROR, "503")),
                Answer.failed(Problem.of(DirectoryProblem.SERVER_ERROR, "503")),
                Answer.failed(Problem.of(DirectoryProblem.UNREACHABLE, "login.example")),
                Answer.failed(Problem.of(DirectoryProblem.NO_ANSWER)),
                Answer.unclear(Problem.of(DirectoryProblem.NO_ANSWER)),
                Answer.failed(Problem.of(DirectoryProblem.THROTTLED)));
    }

    @ParameterizedTest
    @MethodSource("notRegistered")
    void theSameCredentialIsRegisteredOnceTheDirectoryRecovers(Answer<RegisteredPasskey> answer) {
        bench.directory.outages.addAll(Collections.nCopies(2, answer));
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.PROVISIONED, outcome.outcome(), outcome::toString);
        assertEquals(1, bench.key.acts.stream().filter(Act.MAKE::equals).count());
        assertEquals(3, completions());
        assertEquals(1, bench.directory.passkeys.size());
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "NO_ANSWER"})
    void itIsNotTriedAgainBeforeTheDirectoryWasSearched(DirectoryProblem problem) {
        bench.directory.outages.add(Answer.unclear(Problem.of(problem, "500")));
        bench.perform();
        int first = bench.directory.calls.indexOf(Call.COMPLETE);
        int second = bench.directory.calls.lastIndexOf(Call.COMPLETE);
        assertTrue(bench.directory.calls.subList(first, second).contains(Call.LIST));
    }

    @Test
    void aRegistrationThatArrivesLateCountsWhenItsRepetitionIsRefused() {
        arrivesLate(Answer.failed(Problem.of(DirectoryProblem.REFUSED, "the challenge is used up")));
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
        assertEquals(2, completions());
    }

    @Test
    void aRegistrationThatArrivesLateCountsWhenItsRepetitionIsNotSent() {
        Answer<RegisteredPasskey> notSent = Answer.failed(Problem.of(DirectoryProblem.UNREACHABLE));
        arrivesLate(notSent);
        bench.directory.outages.addAll(Collections.nCopies(20, notSent));
        assertEquals(Outcome.PROVISIONED, bench.perform().outcome());
        assertEquals(11, completions());
    }

    /** The first registration is carried out after it was searched for, while it is repeated. */
    private void arrivesLate(Answer<RegisteredPasskey> toTheRepetition) {
        bench.directory.outages.add(Answer.unclear(Problem.of(DirectoryProblem.NO_ANSWER)));
        bench.directory.outages.add(toTheRepetition);
        bench.directory.beforeComplete = () -> {
            if (completions() == 1) {
                CredentialId made = bench.key.credentials.keySet().iterator().next();
                bench.directory.passkeys.put("passkey-1", new FakeDirectory.Registered("id-anna", made));
            }
        };
    }

    @Test
    void itIsNotTriedAgainAfterARefusal() {
        bench.directory.outages.add(Answer.failed(Problem.of(DirectoryProblem.REFUSED, "400")));
        assertEquals(Outcome.FAILED, bench.perform().outcome());
        assertEquals(1, completions());
    }

    @Test
    void itIsTriedAgainOnlyWhileTheChallengeLives() {
        bench.directory.expires = Instant.now().plusSeconds(50);
        Answer<RegisteredPasskey> answer = Answer.failed(Problem.of(DirectoryProblem.SERVER_ERROR, "503"));
        bench.directory.outages.addAll(Collections.nCopies(1000, answer));
        OutcomeRecord outcome = bench.perform();
        assertEquals(Outcome.FAILED, outcome.outcome());
        assertTrue(outcome.problem().orElseThrow().is(DirectoryProblem.SERVER_ERROR));
        assertTrue(completions() <= 11, "at most ten repetitions");
        assertTrue(bench.directory.passkeys.isEmpty());
        assertTrue(bench.key.credentials.isEmpty());
    }

    private long completions() {
        return bench.directory.calls.stream().filter(Call.COMPLETE::equals).count();
    }
}
