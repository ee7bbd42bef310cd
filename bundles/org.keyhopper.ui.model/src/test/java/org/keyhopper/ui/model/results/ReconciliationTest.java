package org.keyhopper.ui.model.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.reconcile.AwaitedDevice;
import org.keyhopper.core.reconcile.ReconcilePrompts;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.texts.ProblemTexts;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.QueuedExecutor;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** The actions of an operator during a reconciliation. */
class ReconciliationTest {

    private static final RequestId ID = new RequestId("R1");
    private static final RequestId OTHER = new RequestId("R2");

    private final FakeStation station = new FakeStation();

    private final QueuedExecutor workers = new QueuedExecutor();
    private final WorkbenchContext context = workers.contextFor(station);
    private final DirectoryInteraction signIn = new DirectoryInteraction(context, address -> {});
    private final ResultsPresenter presenter = new ResultsPresenter(
            context, new DocumentReportWriter(Locale.ENGLISH, ProblemTexts.in(Locale.ENGLISH), Clock.systemUTC()));

    @BeforeEach
    void openRequest() {
        station.requests.put(Samples.request("R1", 3, 1));
        station.requests.put(Samples.request("R2", 4, 1));
        presenter.show(ID);
        workers.runAll();
    }

    private ResultsState shown() {
        return presenter.states().get();
    }

    @Test
    void secondClickStartsNoReconciliation() {
        List<RequestId> reconciled = new ArrayList<>();
        station.whileReconciling = prompts -> reconciled.add(ID);
        presenter.reconcile(signIn);
        presenter.reconcile(signIn);
        workers.runAll();
        assertEquals(List.of(ID), reconciled);
        assertFalse(shown().busy());
    }

    @Test
    void reconciliationCanBeStoppedBeforeItBegins() {
        List<Boolean> cancelled = new ArrayList<>();
        station.whileReconciling = prompts -> cancelled.add(prompts.isCancelled());
        presenter.reconcile(signIn);
        presenter.stopReconciling();
        workers.runAll();
        assertEquals(List.of(true), cancelled);
    }

    @Test
    void reconciliationCanBeStoppedFromAnotherRequest() {
        List<Boolean> busy = new ArrayList<>();
        station.whileReconciling = prompts -> {
            presenter.refresh();
            workers.runAll();
            busy.add(shown().busy());
        };
        presenter.reconcile(signIn);
        workers.runAll();
        assertEquals(List.of(true), busy);
        assertFalse(shown().busy());
    }

    @Test
    void requestOpenedMeanwhileStaysOpen() {
        station.whileReconciling = prompts -> {
            presenter.show(OTHER);
            workers.runAll();
        };
        presenter.reconcile(signIn);
        workers.runAll();
        assertEquals(Optional.of(OTHER), shown().request());
        assertFalse(shown().busy());
        assertTrue(shown().notice().orElseThrow().text().startsWith("Berlin office Q4: "));
    }

    @Test
    void noticeDoesNotEndTheReconciliation() {
        reconcileWith(operator -> {
            presenter.showPin(1, "operator", pin -> {});
            workers.runAll();
            assertTrue(shown().busy());
        });
        assertFalse(shown().busy());
    }

    /** Performs a reconciliation during which this is done. */
    private void reconcileWith(Consumer<ReconcilePrompts> work) {
        AtomicBoolean performed = new AtomicBoolean();
        station.whileAsking = (order, operator) -> {
            work.accept(operator);
            performed.set(true);
        };
        presenter.reconcile(signIn);
        workers.runAll();
        assertTrue(performed.get(), "no reconciliation was begun");
    }

    private RecipientState person(int position) {
        return station.requests.find(ID).orElseThrow().recipients().get(position - 1);
    }

    private AwaitedDevice device(int position) {
        return new AwaitedDevice(
                person(position), "YubiKey 5", Optional.of("1234"), "Reader A", true, Optional.empty());
    }

    private AwaitedState awaited() {
        return presenter.awaited().get().orElseThrow();
    }

    @Test
    void deviceIsRequestedByPersonUntilNoneIsAwaited() {
        reconcileWith(operator -> {
            operator.insert(List.of(device(1), device(2)));
            assertTrue(awaited().request().contains(person(1).recipient().name()));
            assertEquals("YubiKey 5, 1234", awaited().rows().getFirst().device());
            operator.insert(List.of(device(2)));
            assertTrue(awaited().request().contains(person(2).recipient().name()));
            assertTrue(awaited().progress().startsWith("1 of 2"), awaited().progress());
            operator.insert(List.of());
            assertEquals(Optional.empty(), presenter.awaited().get());
        });
    }

    @Test
    void wrongDeviceIsReported() {
        reconcileWith(operator -> {
            operator.insert(List.of(device(1)));
            operator.notAwaited(DeviceSamples.key().link());
            operator.insert(List.of(device(1)));
            assertTrue(awaited().notice().isPresent());
            operator.insert(List.of(device(1)));
            assertTrue(awaited().notice().isEmpty());
        });
        assertEquals(Optional.empty(), presenter.awaited().get());
    }

    @Test
    void deviceIsDeclaredLostForTheSelectedPersonOnly() {
        List<Boolean> givenUp = new ArrayList<>();
        station.whileAsking = (order, operator) -> {
            operator.insert(List.of(device(1), device(2)));
            presenter.giveUp(person(2).id());
            givenUp.add(operator.isGivenUp(person(1).id()));
            givenUp.add(operator.isGivenUp(person(2).id()));
        };
        presenter.reconcile(signIn);
        workers.runAll();
        assertEquals(List.of(false, true), givenUp);
    }

    @Test
    void failedPersonIsNotShownAsSuccess() {
        RecipientState failed =
                new RecipientState(person(1).id(), person(1).recipient(), Outcome.FAILED, Optional.empty());
        station.reconciled = Answer.done(List.of(failed));
        presenter.reconcile(signIn);
        workers.runAll();
        assertEquals(Tint.ATTENTION, shown().notice().orElseThrow().tint());
    }
}
