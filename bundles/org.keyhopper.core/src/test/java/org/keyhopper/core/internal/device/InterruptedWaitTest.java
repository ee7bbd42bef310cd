package org.keyhopper.core.internal.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.ResetOrder;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeMetadata;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.FakeVerifier;
import org.keyhopper.core.fake.MemoryStore;
import org.keyhopper.core.station.ConfigurableStation;

/** A thread that waits for a device whose worker is blocked can be interrupted. */
@Timeout(60)
class InterruptedWaitTest {

    private final FakeReader reader = new FakeReader();
    private final FakeKey key = new FakeKey();
    private final ConfigurableStation station =
            StationFactory.create(new MemoryStore(), FakeReader.factory(), new FakeVerifier(), new FakeMetadata());
    private final CountDownLatch blocked = new CountDownLatch(1);
    private LinkId link;

    @BeforeEach
    void blockTheWorker() {
        station.add(reader);
        station.devices().snapshot();
        link = reader.insert(key, "Reader A");
        station.devices().submit(link, device -> {
            await(blocked);
            return true;
        });
    }

    @AfterEach
    void close() {
        blocked.countDown();
        station.close();
    }

    @Test
    void readingADeviceIsCancelled() throws Exception {
        Answer<?> answer = interrupted(() -> station.deviceManagement().inspect(link));
        assertInstanceOf(Answer.Failed.class, answer);
        assertTrue(answer.failure().orElseThrow().is(DeviceProblem.CANCELLED));
    }

    @Test
    void changingADeviceIsCancelledAndNotBegunLater() throws Exception {
        Answer<?> answer = interrupted(() -> station.deviceManagement().setPin(link, Secret.of("123456")));
        assertInstanceOf(Answer.Unclear.class, answer);
        assertTrue(answer.failure().orElseThrow().is(DeviceProblem.CANCELLED));
        blocked.countDown();
        assertEquals(link, station.devices().identify(link).get().link().id(), "the worker is free again");
        assertFalse(key.hasPin());
    }

    @Test
    void waitingForTheOperatorOfAResetIsStopped() throws Exception {
        CancelSignal stop = new CancelSignal();
        ResetOrder order = new ResetOrder(link, List.of(), instruction -> {}, missed -> {}, Optional.empty(), stop);
        assertInstanceOf(Answer.Unclear.class, interrupted(() -> station.deviceManagement()
                .reset(order)));
        assertTrue(stop.isCancelled());
    }

    /** Interrupts the call once it waits; returns its answer. */
    private static Answer<?> interrupted(Supplier<Answer<?>> call) throws Exception {
        FutureTask<Answer<?>> answer = new FutureTask<>(call::get);
        Thread caller = Thread.ofPlatform().daemon().start(answer);
        while (caller.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        caller.interrupt();
        return answer.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
