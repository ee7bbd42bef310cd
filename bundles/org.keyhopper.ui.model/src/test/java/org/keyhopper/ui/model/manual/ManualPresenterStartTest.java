package org.keyhopper.ui.model.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.FakeRun;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.model.QueuedExecutor;
import org.keyhopper.ui.model.Tint;

/** Start and end of runs, and the switch to printers. */
class ManualPresenterStartTest extends ManualPresenterRig {

    @Test
    void asksForARequestWithoutARun() {
        assertEquals("Choose a request to begin.", shown().stage().sentence());
        assertTrue(shown().offers(ManualAction.CHOOSE_REQUEST));
    }

    @Test
    void refusedRunShowsTheReason() {
        presenter.start(new RequestId("gone"), null, signIn);
        assertEquals("run.no-such-request.", shown().stage().sentence());
        assertEquals(Tint.BAD, shown().stage().tint());
        assertFalse(presenter.isRunning());
    }

    @Test
    void cueIsPlayedOncePerAttemptedPerson() {
        List<Cue> heard = new ArrayList<>();
        cues.follow(heard::add);
        start();
        RecipientState current = run.snapshot().current().orElseThrow();
        for (Outcome outcome : Outcome.values()) {
            run.publish(
                    new RunEvent.Settled(Samples.state(current.id(), current.recipient(), outcome, Optional.empty())));
        }
        assertEquals(List.of(Cue.DONE, Cue.FAILED, Cue.FAILED), heard);
    }

    @Test
    void noOtherRunIsStartedDuringARun() {
        start();
        presenter.start(request.id(), null, signIn);
        assertEquals(1, station.started.size());
        run.end();
        presenter.start(request.id(), null, signIn);
        assertEquals(2, station.started.size());
    }

    @Test
    void secondClickStartsNoRun() {
        QueuedExecutor workers = new QueuedExecutor();
        ManualPresenter later = new ManualPresenter(workers.contextFor(station));
        later.start(request.id(), null, signIn);
        assertTrue(later.isRunning());
        later.start(request.id(), null, signIn);
        workers.runAll();
        assertEquals(1, station.started.size());
        assertTrue(later.isRunning());
    }

    @Test
    void failedStartCanBeRepeated() {
        station.runs = any -> {
            throw new StoreException("disk full");
        };
        start();
        assertFalse(presenter.isRunning());
        station.runs = any -> run;
        start();
        assertTrue(presenter.isRunning());
    }

    @Test
    void updatesOfAnOlderRunAreIgnored() {
        start();
        run.end();
        FakeRun next = new FakeRun(Samples.ready(request, DeviceSamples.card()));
        station.runs = any -> next;
        start();
        run.show(Samples.insert(request));
        assertTrue(shown().offers(ManualAction.PROVISION));
    }

    @Test
    void switchingEndsTheRunAndThenStartsThePrinters() {
        start();
        run.show(Samples.ready(request, DeviceSamples.card()));
        assertTrue(shown().offers(ManualAction.SWITCH_TO_PRINTERS));
        List<RequestId> printers = new ArrayList<>();
        presenter.switchToPrinters(printers::add);
        presenter.switchToPrinters(printers::add);
        assertEquals(List.of(Choice.STOP), run.chosen());
        assertFalse(shown().offers(ManualAction.SWITCH_TO_PRINTERS));
        assertEquals(
                "Finishes the current person, then continues with printers.",
                shown().notice().orElseThrow());
        assertEquals(List.of(), printers);
        run.end();
        assertEquals(List.of(request.id()), printers);
    }

    @Test
    void nothingIsSwitchedWithoutRemainingPeople() {
        start();
        List<RequestId> printers = new ArrayList<>();
        presenter.switchToPrinters(printers::add);
        run.show(Samples.snapshot(request, RunPhase.COMPLETED, Optional.empty(), -1, Set.of()));
        run.end();
        assertEquals(List.of(), printers);
    }
}
