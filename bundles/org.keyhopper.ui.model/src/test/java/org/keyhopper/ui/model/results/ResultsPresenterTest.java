package org.keyhopper.ui.model.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.vault.PinReleaseOrder;
import org.keyhopper.texts.ProblemTexts;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.FakeEscrow;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

class ResultsPresenterTest {

    private static final RequestId ID = new RequestId("R1");

    private final FakeStation station = new FakeStation();
    private final WorkbenchContext context = TestContext.of(station);
    private final DirectoryInteraction signIn = new DirectoryInteraction(context, address -> {});
    private final ResultsPresenter presenter = new ResultsPresenter(
            context, new DocumentReportWriter(Locale.ENGLISH, ProblemTexts.in(Locale.ENGLISH), Clock.systemUTC()));

    @BeforeEach
    void createRequestWithEveryOutcome() {
        ProvisioningRequest request = Samples.request("R1", 6, 1);
        station.requests.put(request);
        settle(request, 1, Outcome.PROVISIONED, Optional.empty());
        settle(request, 2, Outcome.FAILED, Optional.of(Problem.of(DeviceProblem.NOT_TOUCHED)));
        settle(request, 3, Outcome.FAILED, Optional.of(Problem.of(DeviceProblem.GONE)));
        settle(request, 4, Outcome.UNCLEAR, Optional.of(Problem.of(DirectoryProblem.NO_ANSWER)));
        settle(request, 5, Outcome.SKIPPED, Optional.empty());
    }

    private void settle(ProvisioningRequest request, int position, Outcome outcome, Optional<Problem> problem) {
        RecipientState state = request.recipients().get(position - 1);
        station.requests.settle(
                state.id(),
                Samples.state(state.id(), state.recipient(), outcome, problem)
                        .last()
                        .orElseThrow());
    }

    private ResultsState shown() {
        return presenter.states().get();
    }

    @Test
    void formerHoldersPasskeyIsShownUntilRevoked() {
        InventoryEntry former = DeviceSamples.given(9, "Jonas Brandt", "");
        station.inventory.put(former);
        RecipientState state =
                station.requests.find(ID).orElseThrow().recipients().getFirst();
        station.requests.settle(
                state.id(),
                Samples.noting(state, RunProblem.stillRegistered(former)).last().orElseThrow());
        presenter.show(ID);
        ResultRow row = rowOf(state);
        assertEquals("run.passkey-still-registered.", row.reason());
        assertEquals("Jonas Brandt", row.former().orElseThrow().name());
        station.inventory.mark(former.credential(), InventoryEntry.State.REVOKED);
        presenter.show(ID);
        assertEquals(
                List.of("", Optional.empty()),
                List.of(rowOf(state).reason(), rowOf(state).former()));
    }

    @Test
    void stateOfASealedPinIsShown() {
        FakeEscrow escrow = new FakeEscrow();
        station.escrow = Optional.of(escrow);
        RecipientState state =
                station.requests.find(ID).orElseThrow().recipients().getFirst();
        escrow.keep(state.id(), new byte[] {1}, Samples.NOW);
        presenter.show(ID);
        assertEquals("PIN sealed.", rowOf(state).reason());
        assertTrue(rowOf(state).sealed());
        escrow.clock = Clock.fixed(Samples.NOW.minus(Duration.ofDays(15)), ZoneOffset.UTC);
        escrow.release(new PinReleaseOrder(ID, Set.of(1), "test", "kim"));
        presenter.show(ID);
        assertEquals("PIN released, overdue.", rowOf(state).reason());
    }

    private ResultRow rowOf(RecipientState state) {
        return shown().rows().stream()
                .filter(row -> row.holder().name().equals(state.recipient().name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsAddUpToTheTotal() {
        presenter.show(ID);
        assertEquals(
                List.of(6, 1, 2, 1, 1, 1),
                shown().figures().stream().map(OutcomeCount::value).toList());
        assertTrue(shown().figures().getFirst().style().isEmpty());
    }

    @Test
    void rowShowsReasonAndRemedy() {
        presenter.show(ID);
        ResultRow failed = shown().rows().get(1);
        ResultRow provisioned = shown().rows().get(3);
        assertEquals("device.not-touched.", failed.reason());
        assertEquals("Do something.", failed.action());
        assertEquals("", provisioned.reason());
    }

    private List<Integer> positions() {
        return shown().rows().stream().map(ResultRow::position).toList();
    }

    @Test
    void problemsAreListedFirst() {
        presenter.show(ID);
        assertEquals(List.of(4, 2, 3, 1, 5, 6), positions());
    }

    @Test
    void countTogglesTheFilter() {
        presenter.show(ID);
        presenter.filter(Optional.of(Outcome.FAILED));
        assertEquals(List.of(2, 3), positions());
        assertEquals(Optional.of(Outcome.FAILED), shown().filter());
        assertEquals(6, shown().figures().getFirst().value());
        presenter.filter(Optional.of(Outcome.FAILED));
        assertEquals(6, positions().size());
        presenter.filter(Optional.of(Outcome.SKIPPED));
        presenter.filter(Optional.empty());
        assertEquals(6, positions().size());
    }

    @Test
    void filterIsKeptUntilNoRowMatches() {
        presenter.show(ID);
        presenter.filter(Optional.of(Outcome.FAILED));
        presenter.refresh();
        assertEquals(List.of(2, 3), positions());
        presenter.retryFailed(id -> {});
        assertEquals(Optional.empty(), shown().filter());
        assertEquals(6, positions().size());
    }

    @Test
    void anotherRequestClearsTheFilter() {
        presenter.show(ID);
        presenter.filter(Optional.of(Outcome.FAILED));
        station.requests.put(Samples.request("R2", 3, 1));
        presenter.show(new RequestId("R2"));
        assertEquals(List.of(1, 2, 3), positions());
    }

    @Test
    void retryAffectsFailedPeopleOnly() {
        presenter.show(ID);
        List<RequestId> started = new ArrayList<>();
        presenter.retryFailed(started::add);
        assertEquals(List.of(ID), started);
        assertEquals(0, shown().failed());
        assertEquals(1, station.requests.find(ID).orElseThrow().tally().skipped());
        assertEquals(3, station.requests.find(ID).orElseThrow().tally().pending());
    }

    @Test
    void skipsAreUndoneForSelectedOrAllPeople() {
        presenter.show(ID);
        List<RequestId> started = new ArrayList<>();
        presenter.undoSkip(Set.of(1, 2));
        assertEquals(1, shown().skipped());
        presenter.undoSkip(Set.of());
        assertEquals(1, shown().skipped());
        presenter.undoAllSkips(started::add);
        assertEquals(0, shown().skipped());
        assertEquals(List.of(ID), started);
        assertEquals(
                "1 person is pending again.", shown().notice().orElseThrow().text());
    }

    @Test
    void unclearPeopleAreShownAndReconciled() {
        presenter.show(ID);
        assertTrue(shown().notice().orElseThrow().text().contains("RECONCILE"));
        RecipientState settled =
                station.requests.find(ID).orElseThrow().recipients().getFirst();
        station.reconciled = Answer.done(List.of(settled));
        presenter.reconcile(signIn);
        assertEquals("One person is reconciled.", shown().notice().orElseThrow().text());
        assertFalse(shown().busy());
    }

    @Test
    void failedReconciliationShowsItsReason() {
        presenter.show(ID);
        station.reconciled = Answer.failed(Problem.of(DirectoryProblem.UNREACHABLE, "x.example"));
        presenter.reconcile(signIn);
        assertEquals(Tint.BAD, shown().notice().orElseThrow().tint());
    }

    @Test
    void reconciliationCanBeStopped() {
        presenter.show(ID);
        List<Boolean> goesOn = new ArrayList<>();
        station.whileReconciling = prompts -> {
            goesOn.add(!prompts.isCancelled());
            assertTrue(shown().busy());
            presenter.stopReconciling();
            goesOn.add(!prompts.isCancelled());
        };
        presenter.reconcile(signIn);
        assertEquals(List.of(true, false), goesOn);
        assertFalse(shown().busy());
        presenter.stopReconciling();
        station.whileReconciling = prompts -> goesOn.add(!prompts.isCancelled());
        presenter.reconcile(signIn);
        assertEquals(List.of(true, false, true), goesOn);
    }

    @Test
    void viewingAPinIsRecorded() {
        station.pins.keep(
                station.requests.find(ID).orElseThrow().recipients().getFirst().id(), "483920");
        presenter.show(ID);
        assertTrue(shown().rows().get(3).pin());
        assertFalse(shown().rows().getFirst().pin());
        StringBuilder seen = new StringBuilder();
        presenter.showPin(1, "operator", pin -> {
            seen.append(pin.toChars());
            pin.close();
        });
        assertEquals("483920", seen.toString());
        assertEquals(List.of("1 operator"), station.pins.showings());
    }

    @Test
    void newestRequestIsOpenedByDefault() {
        presenter.refresh();
        assertEquals(Optional.of(ID), shown().request());
    }
}
