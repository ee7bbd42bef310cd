package org.keyhopper.core.internal.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.MemoryInventory;

class DeviceLinksTest {

    private final FakeReader reader = new FakeReader();
    private final FakeReader otherWay = FakeReader.standingInFor(reader);
    private final FakeKey key = new FakeKey();
    private final LiveDevices devices =
            new LiveDevices(FakeReader.factory(), new Identification(new MemoryInventory()), Duration.ZERO);

    @BeforeEach
    void bothWays() {
        devices.add(reader);
        devices.add(otherWay);
        devices.snapshot();
    }

    @AfterEach
    void close() {
        devices.close();
    }

    @Test
    void aDeviceThatBothSeeIsThereOnceUnderItsOwnName() {
        LinkId other = otherWay.insert(key, "Reader A");
        assertEquals(List.of(), present());
        LinkId own = reader.insert(key, "Reader A");
        assertEquals(List.of(own), present());
        assertFalse(present().contains(other));
    }

    @Test
    void aDeviceThatMayNotBeOpenedIsOpenedTheOtherWay() throws Exception {
        key.obstacle = Optional.of(Problem.of(DeviceProblem.ACCESS_DENIED));
        LinkId own = reader.insert(key, "Reader A");
        otherWay.insert(key, "Reader A");
        DeviceFacts facts = devices.identify(own).get();
        assertEquals(Optional.empty(), facts.obstacle());
        assertEquals(own, facts.link().id());
    }

    @Test
    void withoutAStandInTheRefusalIsReportedAndALaterHelperIsUsed() throws Exception {
        key.obstacle = Optional.of(Problem.of(DeviceProblem.ACCESS_DENIED));
        LinkId own = reader.insert(key, "Reader A");
        assertTrue(devices.identify(own).get().obstacle().orElseThrow().is(DeviceProblem.ACCESS_DENIED));
        otherWay.insert(key, "Reader A");
        assertEquals(Optional.empty(), devices.identify(own).get().obstacle());
    }

    @Test
    void aHelperMayNoticeANewDeviceALittleLater() throws Exception {
        try (LiveDevices patient = new LiveDevices(
                FakeReader.factory(), new Identification(new MemoryInventory()), Duration.ofMinutes(5))) {
            FakeReader own = new FakeReader();
            FakeReader later = FakeReader.standingInFor(own);
            patient.add(own);
            patient.add(later);
            patient.snapshot();
            key.obstacle = Optional.of(Problem.of(DeviceProblem.ACCESS_DENIED));
            var facts = patient.identify(own.insert(key, "Reader A"));
            later.insert(key, "Reader A");
            assertEquals(Optional.empty(), facts.get().obstacle());
        }
    }

    @Test
    void anotherRefusalThanThatOfRightsIsNoReasonToGoTheOtherWay() throws Exception {
        key.obstacle = Optional.of(Problem.of(DeviceProblem.BUSY));
        LinkId own = reader.insert(key, "Reader A");
        otherWay.insert(key, "Reader A");
        assertTrue(devices.identify(own).get().obstacle().orElseThrow().is(DeviceProblem.BUSY));
    }

    @Test
    void anotherDeviceInTheSamePlaceIsNotTakenForThisOne() throws Exception {
        key.obstacle = Optional.of(Problem.of(DeviceProblem.ACCESS_DENIED));
        key.serial = Optional.of("17");
        LinkId own = reader.insert(key, "Reader A");
        FakeKey next = new FakeKey();
        next.serial = Optional.of("18");
        otherWay.insert(next, "Reader A");
        assertTrue(devices.identify(own).get().obstacle().orElseThrow().is(DeviceProblem.ACCESS_DENIED));
    }

    @Test
    void whereTheTransportMayNotEnumerateTheStandInListsTheDevice() {
        LinkId other = otherWay.insert(key, "Reader A");
        reader.fail(Problem.of(DeviceProblem.ACCESS_DENIED));
        assertEquals(List.of(other), present());
        reader.report();
        assertEquals(List.of(), present());
    }

    @Test
    void withoutTheTransportTheOtherWayShowsTheDevice() {
        LinkId other = otherWay.insert(key, "Reader A");
        devices.remove(reader);
        assertEquals(List.of(other), present());
    }

    private List<LinkId> present() {
        return devices.snapshot().links().stream().map(LinkDescription::id).toList();
    }
}
