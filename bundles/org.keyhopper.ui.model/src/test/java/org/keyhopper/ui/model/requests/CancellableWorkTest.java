package org.keyhopper.ui.model.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.QueuedExecutor;

class CancellableWorkTest {

    private static final Consumer<CancellableWork.Task> FAILING = task -> {
        throw new IllegalStateException("made up");
    };

    private final QueuedExecutor workers = new QueuedExecutor();
    private final List<Notice> reported = new ArrayList<>();
    private final CancellableWork work =
            new CancellableWork(workers.contextFor(new FakeStation()), () -> {}, reported::add);

    @Test
    void failureEndsTheTaskAndIsReported() {
        work.begin("Reading", FAILING);
        assertEquals(Optional.of("Reading"), work.description());
        workers.runAll();
        assertEquals(Optional.empty(), work.description());
        assertEquals(1, reported.size());
    }

    @Test
    void failureAfterCancellationIsNotReported() {
        work.begin("Reading", FAILING);
        work.giveUp();
        workers.runAll();
        assertEquals(List.of(), reported);
    }

    @Test
    void newTaskReplacesTheCurrentOne() {
        List<Boolean> goOn = new ArrayList<>();
        work.begin("Reading", task -> {
            goOn.add(task.report("Reading, 2 of 3"));
            assertTrue(work.description().filter("Counting"::equals).isPresent());
        });
        work.begin("Counting", task -> goOn.add(task.report("Counting, 1 of 3")));
        workers.runAll();
        assertEquals(List.of(false, true), goOn);
        assertFalse(work.description().isPresent());
    }
}
