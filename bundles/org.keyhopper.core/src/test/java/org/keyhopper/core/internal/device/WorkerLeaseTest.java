package org.keyhopper.core.internal.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.MemoryInventory;
import org.keyhopper.fido.DeviceException;

/** One worker works for another, and neither waits without a limit. */
class WorkerLeaseTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final FakeReader reader = new FakeReader();
    private final LiveDevices devices =
            new LiveDevices(FakeReader.factory(), new Identification(new MemoryInventory()));
    private final CountDownLatch hangs = new CountDownLatch(1);
    private LinkId link;

    @BeforeEach
    void insert() {
        devices.add(reader);
        devices.snapshot();
        link = reader.insert(FakeKey.usb("1"), "Port 1");
    }

    @AfterEach
    void close() {
        hangs.countDown();
        devices.close();
    }

    @Test
    void worksOnTheWorkerOfTheDevice() throws Exception {
        try (WorkerLease lease = WorkerLease.of(devices, link, LONG, LONG)) {
            lease.device();
            assertEquals("device Port 1", lease.run(() -> Thread.currentThread().getName()));
        }
        assertTrue(devices.identify(link).get().info().isPresent(), "the worker is free again");
    }

    @Test
    void aWorkerThatIsBusyIsNotWaitedForWithoutEnd() {
        devices.submit(link, device -> {
            hang();
            return true;
        });
        try (WorkerLease lease = WorkerLease.of(devices, link, SHORT, LONG)) {
            DeviceException refusal = assertThrows(DeviceException.class, lease::device);
            assertTrue(refusal.problem().is(DeviceProblem.TIMEOUT));
            assertTrue(refusal.changedNothing());
        }
    }

    @Test
    void workThatHangsIsNotWaitedForWithoutEndAndTheDeviceCountsAsLost() throws Exception {
        try (WorkerLease lease = WorkerLease.of(devices, link, LONG, SHORT)) {
            lease.device();
            DeviceException loss = assertThrows(
                    DeviceException.class,
                    () -> lease.run(() -> {
                        hang();
                        return true;
                    }));
            assertTrue(loss.problem().is(DeviceProblem.TIMEOUT));
            assertFalse(loss.changedNothing());
        }
    }

    @Test
    void aLeaseThatIsNotUsedGivesTheWorkerBack() throws Exception {
        WorkerLease.of(devices, link, LONG, SHORT).device();
        assertTrue(devices.identify(link).get().info().isPresent());
    }

    private void hang() {
        try {
            hangs.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
