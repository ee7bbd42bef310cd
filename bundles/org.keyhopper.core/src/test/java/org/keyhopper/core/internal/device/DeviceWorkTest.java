package org.keyhopper.core.internal.device;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.fido.DeviceException;

/** Work with a device that stays, breaks or leaves. */
class DeviceWorkTest {

    private final DevicesBench bench = new DevicesBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void oneThreadDoesAllWorkWithOneDeviceAndTheChannelStaysOpen() throws Exception {
        LinkId link = bench.plug(new FakeKey());
        Thread first =
                bench.devices.submit(link, device -> Thread.currentThread()).get();
        OpenDevice open = bench.devices.submit(link, device -> device).get();
        assertSame(
                first,
                bench.devices.submit(link, device -> Thread.currentThread()).get());
        assertSame(open, bench.devices.submit(link, device -> device).get());
    }

    @Test
    void aChannelThatBrokeIsReplacedForTheNextTaskEvenIfTheTaskHidThat() throws Exception {
        FakeKey key = new FakeKey();
        LinkId link = bench.plug(key);
        OpenDevice open = bench.devices.submit(link, device -> device).get();
        key.leave();
        boolean noticed = bench.devices.submit(link, DeviceWorkTest::isGone).get();
        assertTrue(noticed);
        key.powerUp();
        OpenDevice again = bench.devices.submit(link, device -> device).get();
        assertFalse(open == again);
        assertFalse(bench.devices.submit(link, DeviceWorkTest::isGone).get());
    }

    @Test
    void workInHandGetsNoFurtherOnceTheDeviceLeftAndWorkNotBegunIsGone() throws Exception {
        FakeKey key = new FakeKey();
        LinkId link = bench.plug(key);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> inHand = bench.devices.submit(link, device -> {
            begun.countDown();
            await(goOn);
            return isGone(device);
        });
        CompletableFuture<Boolean> waiting = bench.devices.submit(link, DeviceWorkTest::isGone);
        await(begun);
        bench.reader.remove(key);
        key.powerUp();
        goOn.countDown();
        assertTrue(inHand.get(30, TimeUnit.SECONDS));
        assertGone(waiting);
        assertGone(bench.devices.submit(link, DeviceWorkTest::isGone));
    }

    @Test
    void workInHandComesToItsEndWhenTheTransportVanishes() throws Exception {
        LinkId link = bench.plug(new FakeKey());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> inHand = bench.devices.submit(link, device -> {
            begun.countDown();
            await(goOn);
            return isGone(device);
        });
        await(begun);
        bench.devices.remove(bench.reader);
        goOn.countDown();
        assertFalse(inHand.get(30, TimeUnit.SECONDS));
    }

    private static boolean isGone(OpenDevice device) {
        try {
            device.channel().powerCycle(Deadline.inSeconds(1));
            return false;
        } catch (ChannelException e) {
            return e.problem().is(DeviceProblem.GONE);
        }
    }

    private static void assertGone(CompletableFuture<?> future) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> future.get(30, TimeUnit.SECONDS));
        DeviceException device = (DeviceException) e.getCause();
        assertTrue(device.problem().is(DeviceProblem.GONE));
        assertTrue(device.changedNothing());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
