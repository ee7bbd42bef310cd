package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.DirectoryUser.Kind;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.people.CheckedRecipient;
import org.keyhopper.core.people.CheckedRecipient.Reason;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.people.PreparationSnapshot;
import org.keyhopper.core.people.PreparationSnapshot.Phase;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunRefusedException;

/** The check of recipients before a run. */
class PreparationTest {

    private final RunBench bench = new RunBench();
    private Preparation prepared;

    /** Those whom the run is for; empty for all. */
    private Optional<Set<Integer>> meant = Optional.empty();

    @AfterEach
    void close() {
        if (prepared != null) {
            prepared.close();
        }
        bench.close();
    }

    private Preparation prepare(String... people) throws RunRefusedException {
        return prepare(Optional.empty(), people);
    }

    private Preparation prepare(Optional<Duration> limit, String... people) throws RunRefusedException {
        bench.request = bench.store
                .requests
                .create(
                        "Spring",
                        "entra",
                        RunBench.PROFILE,
                        List.of(people).stream()
                                .map(name -> new Recipient(name, "", "", ""))
                                .toList())
                .id();
        prepared = bench.station.prepare(bench.request, meant, limit, new SilentPrompts());
        return prepared;
    }

    private PreparationSnapshot over() throws Exception {
        return prepared.completed().get(30, TimeUnit.SECONDS);
    }

    private void await(Phase phase) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        prepared.addListener(now -> {
            if (now.phase() == phase) {
                reached.countDown();
            }
        });
        assertTrue(reached.await(30, TimeUnit.SECONDS), "waited for " + phase);
    }

    private void run() throws RunRefusedException {
        bench.run = bench.station.startManual(prepared, "", new SilentPrompts(), bench);
    }

    private void add(String name, String displayName, AccountState state, Kind kind) {
        bench.directory.users.put(name, new DirectoryUser("id-" + name, name, displayName, "", state, kind));
    }

    @Test
    void whoeverNeedsADecisionIsFoundInTheOrderOfTheRequest() throws Exception {
        add("dora", "dora", AccountState.DISABLED, Kind.MEMBER);
        add("emil", "emil", AccountState.ENABLED, Kind.GUEST);
        bench.directory.unfindable("finn", Problem.of(DirectoryProblem.USER_AMBIGUOUS, "finn"));
        prepare("nobody", "anna", "dora", "emil", "finn");
        assertEquals(new PreparationSnapshot(Phase.READY, 5, 5, 4, Optional.empty()), over());
        assertEquals(
                List.of(Reason.NOT_FOUND, Reason.DISABLED, Reason.GUEST, Reason.AMBIGUOUS),
                prepared.findings().stream().map(CheckedRecipient::reason).toList());
        assertEquals(Collections.nCopies(5, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void anotherNameThanInTheRequestIsFoundAndAnotherOrderIsNot() throws Exception {
        add("eva", "Müller, Eva", AccountState.ENABLED, Kind.MEMBER);
        add("udo", "Udo Other", AccountState.ENABLED, Kind.MEMBER);
        bench.request = bench.store
                .requests
                .create(
                        "Spring",
                        "entra",
                        RunBench.PROFILE,
                        List.of(
                                new Recipient("eva", "Eva Muller", "", ""),
                                new Recipient("udo", "Udo Somebody", "", "")))
                .id();
        prepared = bench.station.prepare(bench.request, meant, Optional.empty(), new SilentPrompts());
        over();
        assertEquals(
                List.of(Reason.NAME_DIFFERS),
                prepared.findings().stream().map(CheckedRecipient::reason).toList());
    }

    @Test
    void excludedRecipientsAreSkippedWithTheReasonAndTheRunLeavesThemOut() throws Exception {
        prepare("nobody", "anna");
        over();
        prepared.exclude(prepared.findings());
        run();
        bench.await(RunPhase.INSERT_DEVICE, "anna");
        assertEquals(List.of(Outcome.SKIPPED, Outcome.PENDING), bench.outcomes());
        assertTrue(bench.problemOf(1).is(DirectoryProblem.USER_NOT_FOUND));
    }

    @Test
    void runForOnePersonLeavesTheOthersPending() throws Exception {
        meant = Optional.of(Set.of(3));
        prepare("unknown", "anna", "bert");
        assertEquals(new PreparationSnapshot(Phase.READY, 1, 1, 0, Optional.empty()), over());
        run();
        bench.insertFor("bert");
        bench.provision();
        assertEquals(new Tally(3, 1, 0, 0, 2, 0), bench.ended());
        assertEquals(List.of(Outcome.PENDING, Outcome.PENDING, Outcome.PROVISIONED), bench.outcomes());
    }

    @Test
    void runForOnePersonWhoIsExcludedProvisionsNone() throws Exception {
        meant = Optional.of(Set.of(1));
        prepare("unknown", "anna");
        over();
        prepared.exclude(prepared.findings());
        run();
        bench.ended();
        assertEquals(List.of(Outcome.SKIPPED, Outcome.PENDING), bench.outcomes());
    }

    @Test
    void theRunSignsInAndLooksUpOnlyOnce() throws Exception {
        prepare("anna", "nobody", "bert");
        over();
        int asked = Collections.frequency(bench.directory.calls, Call.FIND);
        run();
        bench.insertFor("anna");
        bench.provision();
        assertEquals(3, asked);
        assertEquals(3, Collections.frequency(bench.directory.calls, Call.FIND));
    }

    @Test
    void whoeverWasNotFoundAndIsNotExcludedFailsAsBefore() throws Exception {
        prepare("nobody");
        over();
        run();
        assertEquals(new Tally(1, 0, 1, 0, 0, 0), bench.ended());
    }

    @Test
    void anOutagePausesTheCheckWhichGoesOnByItself() throws Exception {
        bench.directory.unfindable("anna", Problem.of(DirectoryProblem.SERVER_ERROR, "503"));
        prepare("anna", "bert");
        await(Phase.DIRECTORY_OUT);
        bench.directory.recover();
        assertEquals(new PreparationSnapshot(Phase.READY, 2, 2, 0, Optional.empty()), over());
    }

    @Test
    void withoutAnOperatorAnOutageThatLastsTooLongFails() throws Exception {
        bench.directory.unfindable("anna", Problem.of(DirectoryProblem.SERVER_ERROR, "503"));
        prepare(Optional.of(Duration.ofMillis(100)), "anna");
        assertEquals(Phase.FAILED, over().phase());
        assertTrue(prepared.snapshot().notice().orElseThrow().is(DirectoryProblem.SERVER_ERROR));
        assertEquals(List.of(), bench.store.requests.claimed(bench.request));
        assertThrows(RunRefusedException.class, this::run);
    }

    @Test
    void theRunCanStartBeforeTheCheckEnds() throws Exception {
        bench.directory.unfindable("bert", Problem.of(DirectoryProblem.SERVER_ERROR, "503"));
        prepare("anna", "bert");
        await(Phase.DIRECTORY_OUT);
        prepared.skipRest();
        assertEquals(Phase.READY, over().phase());
        run();
        bench.await(RunPhase.INSERT_DEVICE, "anna");
    }

    @Test
    void givenUpItClosesTheDirectory() throws Exception {
        prepare("anna");
        over();
        prepared.close();
        assertTrue(bench.directory.closed);
        assertEquals(List.of(Outcome.PENDING), bench.outcomes());
    }

    @Test
    void aSignInThatFailsEndsIt() throws Exception {
        bench.connector.answer(Answer.failed(Problem.of(DirectoryProblem.SIGN_IN_REFUSED)));
        prepare("anna");
        assertEquals(Phase.FAILED, over().phase());
        assertEquals(List.of(), bench.store.requests.claimed(bench.request));
    }
}
