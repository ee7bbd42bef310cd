package org.keyhopper.ui.model.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
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
import org.keyhopper.ui.model.WaitingWork;

/** What an operator does while a request is reconciled. */
class ReconcilingTest {

    private static final RequestId ID = new RequestId("R1");
    private static final RequestId OTHER = new RequestId("R2");

    private final FakeStation station = new FakeStation();

    private final WaitingWork workers = new WaitingWork();
    private final DeskEnvironment desk = workers.over(station);
    private final SignIn signIn = new SignIn(desk, address -> {});
    private final ResultsPresenter presenter = new ResultsPresenter(
            desk, new DocumentReports(Locale.ENGLISH, ProblemTexts.in(Locale.ENGLISH), Clock.systemUTC()));

    @BeforeEach
    void openARequest() {
        station.requests.put(Samples.request("R1", 3, 1));
        station.requests.put(Samples.request("R2", 4, 1));
        presenter.show(ID);
        workers.work();
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
        workers.work();
        assertEquals(List.of(ID), reconciled);
        assertFalse(shown().busy());
    }

    @Test
    void itIsStoppedAlsoBeforeItHasBegun() {
        List<Boolean> cancelled = new ArrayList<>();
        station.whileReconciling = prompts -> cancelled.add(prompts.isCancelled());
        presenter.reconcile(signIn);
        presenter.stopReconciling();
        workers.work();
        assertEquals(List.of(true), cancelled);
    }

    @Test
    void itCanStillBeStoppedAfterLookingElsewhere() {
        List<Boolean> busy = new ArrayList<>();
        station.whileReconciling = prompts -> {
            presenter.refresh();
            workers.work();
            busy.add(shown().busy());
        };
        presenter.reconcile(signIn);
        workers.work();
        assertEquals(List.of(true), busy);
        assertFalse(shown().busy());
    }

    @Test
    void aRequestThatWasOpenedMeanwhileStays() {
        station.whileReconciling = prompts -> {
            presenter.show(OTHER);
            workers.work();
        };
        presenter.reconcile(signIn);
        workers.work();
        assertEquals(Optional.of(OTHER), shown().request());
        assertFalse(shown().busy());
        assertTrue(shown().notice().orElseThrow().text().startsWith("Berlin office Q4: "));
    }

    @Test
    void whatIsToldMeanwhileDoesNotEndIt() {
        station.whileReconciling = prompts -> {
            presenter.showPin(1, "operator", pin -> {});
            workers.work();
            assertTrue(shown().busy());
        };
        presenter.reconcile(signIn);
        workers.work();
        assertFalse(shown().busy());
    }
}
