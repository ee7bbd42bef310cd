package org.keyhopper.ui.model.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.people.CheckedRecipient;
import org.keyhopper.core.people.CheckedRecipient.Reason;
import org.keyhopper.core.people.PreparationSnapshot.Phase;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.ui.fakes.FakePreparation;
import org.keyhopper.ui.fakes.FakeRun;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.QueuedExecutor;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.manual.Cues;
import org.keyhopper.ui.model.manual.ManualAction;
import org.keyhopper.ui.model.manual.ManualPresenter;

/** The check before a manual run in the user interface. */
class RunCheckTest {

    private final FakeStation station = new FakeStation();
    private final WorkbenchContext context = TestContext.of(station);
    private final DirectoryInteraction signIn = new DirectoryInteraction(context, address -> {});
    private final RunCheck check = new RunCheck(context);
    private final ManualPresenter manual = new ManualPresenter(context, check, new Cues());
    private final ProvisioningRequest request = Samples.request("R1", 120, 14);
    private final FakePreparation prepared = new FakePreparation(request, station.requests);
    private final RecipientState first = request.open().get(0);
    private final RecipientState second = request.open().get(1);

    @BeforeEach
    void prepare() {
        station.requests.put(request);
        station.runs = any -> new FakeRun(Samples.insert(request));
        station.prepared = any -> prepared;
        manual.start(request.id(), null, signIn);
    }

    private CheckState shown() {
        return check.states().get().orElseThrow();
    }

    private Outcome outcome(RecipientState recipient) {
        return station.requests
                .find(request.id())
                .orElseThrow()
                .recipients()
                .get(recipient.id().position() - 1)
                .outcome();
    }

    private static CheckedRecipient notFound(RecipientState recipient) {
        return new CheckedRecipient(
                recipient, Reason.NOT_FOUND, Problem.of(DirectoryProblem.USER_NOT_FOUND, "somebody"));
    }

    private static CheckedRecipient guest(RecipientState recipient) {
        return new CheckedRecipient(recipient, Reason.GUEST, Problem.of(RunProblem.GUEST, "somebody"));
    }

    @Test
    void runStartsIfThereIsNothingToDecide() {
        assertTrue(station.started.isEmpty());
        prepared.ready();
        assertEquals(List.of(request.id()), station.started);
        assertTrue(check.states().get().isEmpty());
    }

    @Test
    void progressAndReasonForWaitingAreShown() {
        prepared.show(Phase.LOOKING_UP, 7, Optional.empty());
        assertEquals("7 of 107 people looked up, 0 need a decision.", shown().progress());
        assertFalse(shown().isDeciding());
        prepared.show(
                Phase.DIRECTORY_OUT,
                7,
                Optional.of(Problem.of(RunProblem.DIRECTORY_OUT, "directory.server-error", "10:14:03", "12")));
        assertTrue(shown().notice().orElseThrow().text().contains("10:14:03"));
    }

    @Test
    void unusableRecipientsAreProposedForExclusion() {
        prepared.ready(notFound(first), guest(second));
        assertEquals(
                List.of(true, false),
                shown().rows().stream().map(CheckRow::excluded).toList());
        assertEquals("Exclude 1 and start", shown().start());
        assertTrue(station.started.isEmpty());
    }

    @Test
    void excludedRecipientsAreSkipped() {
        prepared.ready(notFound(first), guest(second));
        check.start();
        assertEquals(Outcome.SKIPPED, outcome(first));
        assertEquals(Outcome.PENDING, outcome(second));
        assertEquals(List.of(request.id()), station.started);
    }

    @Test
    void changesAfterStartAreIgnored() {
        QueuedExecutor workers = new QueuedExecutor();
        RunCheck later = new RunCheck(workers.contextFor(station));
        new ManualPresenter(workers.contextFor(station), later, new Cues()).start(request.id(), null, signIn);
        workers.runAll();
        prepared.ready(notFound(first));
        workers.runAll();
        later.start();
        later.exclude(first.id().position(), false);
        workers.runAll();
        assertEquals(Outcome.SKIPPED, outcome(first));
    }

    @Test
    void allRecipientsCanBeIncluded() {
        prepared.ready(notFound(first));
        check.excludeAll(false);
        assertEquals("Continue anyway", shown().start());
        check.start();
        assertEquals(Outcome.PENDING, outcome(first));
        assertEquals(List.of(request.id()), station.started);
    }

    @Test
    void cancelChangesNothing() {
        prepared.ready(notFound(first));
        check.exclude(first.id().position(), true);
        check.cancel();
        assertTrue(prepared.closed);
        assertEquals(Outcome.PENDING, outcome(first));
        assertTrue(station.started.isEmpty());
        assertFalse(manual.isRunning());
        assertTrue(check.states().get().isEmpty());
    }

    @Test
    void stopInManualCancelsTheCheck() {
        manual.choose(ManualAction.STOP, manual.states().get());
        assertTrue(prepared.closed);
    }

    @Test
    void switchingToPrintersCancelsTheCheck() {
        List<RequestId> printers = new ArrayList<>();
        manual.switchToPrinters(printers::add);
        prepared.show(Phase.FAILED, 0, Optional.of(Problem.of(RunProblem.STOPPED)));
        assertEquals(List.of(request.id()), printers);
        assertTrue(prepared.closed);
        assertTrue(station.started.isEmpty());
    }

    @Test
    void runCanStartBeforeTheCheckIsComplete() {
        prepared.show(Phase.LOOKING_UP, 7, Optional.empty());
        check.start();
        assertTrue(prepared.skipped);
        assertEquals(List.of(request.id()), station.started);
    }

    @Test
    void acceptedGuestIsNotListedAgain() {
        prepared.ready(guest(first));
        check.start();
        station.started.clear();
        ManualPresenter again = new ManualPresenter(context, check, new Cues());
        station.prepared = any -> new FakePreparation(request, station.requests).ready(guest(first));
        again.start(request.id(), null, signIn);
        assertEquals(List.of(request.id()), station.started);
    }

    @Test
    void failedCheckShowsItsReason() {
        prepared.show(Phase.FAILED, 0, Optional.of(Problem.of(DirectoryProblem.SIGN_IN_REFUSED)));
        assertEquals("directory.sign-in-refused.", manual.states().get().stage().sentence());
        assertFalse(manual.isRunning());
    }
}
