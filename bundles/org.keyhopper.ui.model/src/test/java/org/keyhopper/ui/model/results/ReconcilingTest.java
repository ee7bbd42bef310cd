package org.keyhopper.ui.model.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.texts.ProblemTexts;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.DeskEnvironment;
import org.keyhopper.ui.model.SignIn;
import org.keyhopper.ui.model.TestDesk;

/** What an operator does while a request is reconciled. */
class ReconcilingTest {

    private static final RequestId ID = new RequestId("R1");
    private static final RequestId OTHER = new RequestId("R2");

    private final FakeStation station = new FakeStation();

    /** What is to be done on worker threads. */
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private final DeskEnvironment desk = later(TestDesk.over(station));
    private final SignIn signIn = new SignIn(desk, address -> {});
    private final ResultsPresenter presenter = new ResultsPresenter(
            desk, new DocumentReports(Locale.ENGLISH, ProblemTexts.in(Locale.ENGLISH), Clock.systemUTC()));

    private DeskEnvironment later(DeskEnvironment atOnce) {
        return new DeskEnvironment(
                station, atOnce.messages(), atOnce.explain(), waiting::add, atOnce.pace(), atOnce.clock());
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    @BeforeEach
    void openARequest() {
        station.requests.put(Samples.request("R1", 3, 1));
        station.requests.put(Samples.request("R2", 4, 1));
        presenter.show(ID);
        work();
    }

    private ResultsState shown() {
        return presenter.states().get();
    }

    @Test
    void twoClicksReconcileOnce() {
        List<RequestId> reconciled = new ArrayList<>();
        station.whileReconciling = prompts -> reconciled.add(ID);
        presenter.reconcile(signIn);
        presenter.reconcile(signIn);
        work();
        assertEquals(List.of(ID), reconciled);
        assertFalse(shown().busy());
    }

    @Test
    void itIsStoppedAlsoBeforeItHasBegun() {
        List<Boolean> cancelled = new ArrayList<>();
        station.whileReconciling = prompts -> cancelled.add(prompts.isCancelled());
        presenter.reconcile(signIn);
        presenter.stopReconciling();
        work();
        assertEquals(List.of(true), cancelled);
    }

    @Test
    void itCanStillBeStoppedAfterLookingElsewhere() {
        List<Boolean> busy = new ArrayList<>();
        station.whileReconciling = prompts -> {
            presenter.refresh();
            work();
            busy.add(shown().busy());
        };
        presenter.reconcile(signIn);
        work();
        assertEquals(List.of(true), busy);
        assertFalse(shown().busy());
    }

    @Test
    void aRequestThatWasOpenedMeanwhileStays() {
        station.whileReconciling = prompts -> {
            presenter.show(OTHER);
            work();
        };
        presenter.reconcile(signIn);
        work();
        assertEquals(Optional.of(OTHER), shown().request());
        assertFalse(shown().busy());
        assertTrue(shown().notice().orElseThrow().text().startsWith("Berlin office Q4: "));
    }

    @Test
    void whatIsToldMeanwhileDoesNotEndIt() {
        station.whileReconciling = prompts -> {
            presenter.showPin(1, "operator", pin -> {});
            work();
            assertTrue(shown().busy());
        };
        presenter.reconcile(signIn);
        work();
        assertFalse(shown().busy());
    }
}
