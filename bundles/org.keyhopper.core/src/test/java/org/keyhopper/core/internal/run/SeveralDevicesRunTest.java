package org.keyhopper.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunSnapshot;

class SeveralDevicesRunTest {

    private final RunBench bench = new RunBench();
    private final FakeKey first = new FakeKey();
    private final FakeKey second = new FakeKey();

    @BeforeEach
    void startWithTwo() {
        bench.reader.insert(first, "Reader A");
        bench.reader.insert(second, "Reader B");
        bench.start("anna").await(SeveralDevicesRunTest::asksWhichOne, "the notice");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void takingOutAllButOneGoesOnWithThatOne() {
        bench.reader.remove(second);
        provision();
        assertEquals(1, first.credentials.size());
    }

    @Test
    void puttingInAnotherGoesOnWithThatOne() {
        FakeKey third = new FakeKey();
        bench.reader.insert(third, "Reader C");
        provision();
        assertEquals(1, third.credentials.size());
        assertTrue(first.isBlank());
        assertTrue(second.isBlank());
    }

    @Test
    void aChosenReaderMakesItClear() {
        bench.choose(Choice.STOP).ended();
        bench.again("Reader A");
        provision();
        assertEquals(1, first.credentials.size());
    }

    private static boolean asksWhichOne(RunSnapshot snapshot) {
        return snapshot.phase() == RunPhase.INSERT_DEVICE
                && snapshot.notice()
                        .filter(notice -> notice.is(RunProblem.SEVERAL_DEVICES))
                        .isPresent();
    }

    private void provision() {
        RunSnapshot ready = bench.await(RunPhase.READY);
        assertTrue(ready.notice().isEmpty());
        bench.choose(Choice.PROVISION).ended();
    }
}
