package org.keyhopper.core.internal.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeKey.Act;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.MemoryInventory;
import org.keyhopper.fido.DeviceException;

class LiveDevicesTest {

    private final FakeReader reader = new FakeReader();
    private final LiveDevices devices = new LiveDevices(
            FakeReader.factory(), new Identification(new MemoryInventory(), new ModelNames()), Duration.ZERO);

    @AfterEach
    void close() {
        devices.close();
    }

    @Test
    void nothingIsWatchedBeforeSomebodyAsks() {
        devices.add(reader);
        reader.insert(new FakeKey());
        assertEquals(1, devices.settled(Duration.ofSeconds(30)).links().size());
    }

    @Test
    void waitingForReportsEndsWhenATransportNeverTellsAnything() {
        devices.add(reader);
        devices.add(new SilentTransport());
        assertEquals(1, devices.settled(Duration.ofMillis(1)).slots().size());
    }

    @Test
    void devicesOfSeveralTransportsComeTogetherTheLastAtTheEnd() {
        FakeReader other = new FakeReader("other");
        devices.add(reader);
        devices.add(other);
        devices.snapshot();
        LinkId first = other.insert(new FakeKey(), "Reader A");
        LinkId second = reader.insert(new FakeKey(), "Reader A");
        assertEquals(
                List.of(first, second),
                devices.snapshot().links().stream().map(LinkDescription::id).toList());
        devices.remove(other);
        assertEquals(1, devices.snapshot().links().size());
        assertFalse(devices.snapshot().slots().containsKey("other"));
    }

    @Test
    void aTransportTakenAwayIsNotHeardAnyMore() {
        devices.add(reader);
        devices.snapshot();
        devices.remove(reader);
        reader.insert(new FakeKey());
        assertTrue(devices.snapshot().links().isEmpty());
    }

    @Test
    void aListenerThatThrowsDoesNotKeepNewsFromTheOthers() {
        devices.add(reader);
        devices.snapshot();
        boolean[] armed = {false};
        devices.follow(snapshot -> {
            if (armed[0]) {
                throw new IllegalStateException("a listener at fault");
            }
        });
        int[] seen = {0};
        devices.follow(snapshot -> seen[0] = snapshot.links().size());
        armed[0] = true;
        reader.insert(new FakeKey());
        assertEquals(1, seen[0]);
    }

    @Test
    void whatADeviceSaysOfItselfWhenItIsOpenedIsNotAskedForTwiceButLaterItIs() {
        FakeKey key = FakeKey.usb("1");
        LinkId link = plug(key);
        devices.identify(link).join();
        long atFirst = asked(key);
        devices.identify(link).join();
        assertEquals(1, atFirst);
        assertEquals(2, asked(key));
    }

    private static long asked(FakeKey key) {
        return key.acts.stream().filter(Act.INFO::equals).count();
    }

    @Test
    void whatSpeaksAgainstADeviceIsToldAtOnceTheGravestFirst() {
        FakeKey key = FakeKey.usb("1");
        key.setRetries(0);
        key.slots = OptionalInt.of(0);
        assertEquals(List.of(DeviceProblem.PIN_BLOCKED, DeviceProblem.KEY_STORE_FULL), remarksOn(key));
    }

    @Test
    void aForcedChangeAndFingerprintsAreTold() {
        FakeKey key = FakeKey.usb("1");
        key.demandChange();
        key.options.put("uv", true);
        assertEquals(List.of(DeviceProblem.PIN_CHANGE_FORCED, DeviceProblem.FINGERPRINTS_STORED), remarksOn(key));
    }

    @Test
    void aDeviceThatKnowsSomebodysFingersIsSomebodys() {
        assertFalse(isProvisioned("plain", Map.of()));
        assertFalse(isProvisioned("untaught", Map.of("uv", false, "bioEnroll", false)));
        assertTrue(isProvisioned("taught", Map.of("uv", true, "bioEnroll", true)));
    }

    private boolean isProvisioned(String serial, Map<String, Boolean> options) {
        FakeKey key = FakeKey.newUsb(serial);
        key.options.putAll(options);
        return devices.identify(plug(key)).join().isProvisioned();
    }

    @Test
    void aDeviceOfTheFirstVersionOnlyIsToldOf() {
        FakeKey key = FakeKey.newUsb("1");
        key.version = "FIDO_2_0";
        assertEquals(List.of(DeviceProblem.FIDO_2_0_ONLY), remarksOn(key));
    }

    @Test
    void nothingIsRemarkedOnANewKey() {
        assertEquals(List.of(), remarksOn(FakeKey.newUsb("1")));
    }

    private List<ProblemCode> remarksOn(FakeKey key) {
        return devices.identify(plug(key)).join().remarks().stream()
                .map(Problem::code)
                .toList();
    }

    @Test
    void oneThreadDoesAllWorkWithOneDeviceAndTheChannelStaysOpen() throws Exception {
        LinkId link = plug(new FakeKey());
        Thread first = devices.on(link, device -> Thread.currentThread()).get();
        OpenDevice open = devices.on(link, device -> device).get();
        assertSame(first, devices.on(link, device -> Thread.currentThread()).get());
        assertSame(open, devices.on(link, device -> device).get());
    }

    @Test
    void aChannelThatBrokeIsReplacedForTheNextTaskEvenIfTheTaskHidThat() throws Exception {
        FakeKey key = new FakeKey();
        LinkId link = plug(key);
        OpenDevice open = devices.on(link, device -> device).get();
        key.leave();
        boolean noticed = devices.on(link, LiveDevicesTest::isGone).get();
        assertTrue(noticed);
        key.powerUp();
        OpenDevice again = devices.on(link, device -> device).get();
        assertFalse(open == again);
        assertFalse(devices.on(link, LiveDevicesTest::isGone).get());
    }

    @Test
    void workInHandGetsNoFurtherOnceTheDeviceLeftAndWorkNotBegunIsGone() throws Exception {
        FakeKey key = new FakeKey();
        LinkId link = plug(key);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> inHand = devices.on(link, device -> {
            begun.countDown();
            await(goOn);
            return isGone(device);
        });
        CompletableFuture<Boolean> waiting = devices.on(link, LiveDevicesTest::isGone);
        await(begun);
        reader.remove(key);
        key.powerUp();
        goOn.countDown();
        assertTrue(inHand.get(30, TimeUnit.SECONDS));
        assertGone(waiting);
        assertGone(devices.on(link, LiveDevicesTest::isGone));
    }

    @Test
    void workInHandComesToItsEndWhenTheTransportVanishes() throws Exception {
        LinkId link = plug(new FakeKey());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> inHand = devices.on(link, device -> {
            begun.countDown();
            await(goOn);
            return isGone(device);
        });
        await(begun);
        devices.remove(reader);
        goOn.countDown();
        assertFalse(inHand.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aKeyThatIsAlsoACardWithItsSerialIsThereOnce() {
        LinkId card = plug(numbered(DeviceKind.CONTACT_CARD, "17"));
        assertEquals(List.of(card), present());
        LinkId key = reader.insert(numbered(DeviceKind.USB_KEY, "17"), "Port 1");
        assertEquals(List.of(key), present());
    }

    @Test
    void aCardWithAnotherSerialOrNoneIsNotTheKey() {
        LinkId key = plug(numbered(DeviceKind.USB_KEY, "17"));
        LinkId card = reader.insert(numbered(DeviceKind.CONTACT_CARD, "18"), "Reader B");
        LinkId mute = reader.insert(new FakeKey(), "Reader C");
        assertEquals(List.of(key, card, mute), present());
    }

    @Test
    void aKeyThatIsAlsoACardInAReaderOfItsNameIsThereOnce() {
        devices.add(reader);
        devices.snapshot();
        LinkId card = reader.insert(new FakeKey(), "FAKE KEY OTP+FIDO+CCID 00 00");
        LinkId other = reader.insert(new FakeKey(), "Reader B");
        assertEquals(List.of(card, other), present());
        LinkId key = reader.insert(FakeKey.usb("17"), "Port 1");
        assertEquals(List.of(other, key), present());
    }

    @Test
    void aKeyThatMayNotBeOpenedIsOpenedAsTheCardItIsToo() throws Exception {
        FakeKey forbidden = forbidden("17");
        LinkId key = plug(forbidden);
        assertTrue(devices.identify(key).get().obstacle().orElseThrow().is(DeviceProblem.ACCESS_DENIED));
        reader.insert(numbered(DeviceKind.CONTACT_CARD, "17"), "Reader B");
        DeviceFacts facts = devices.identify(key).get();
        assertEquals(Optional.empty(), facts.obstacle());
        assertEquals(key, facts.link().id());
        assertEquals(List.of(key), present());
    }

    @Test
    void aKeyThatIsNoFidoCardMayStillNotBeOpened() throws Exception {
        LinkId key = plug(forbidden("17"));
        FakeKey card = numbered(DeviceKind.CONTACT_CARD, "17");
        card.obstacle = Optional.of(Problem.of(DeviceProblem.NO_FIDO_APPLET));
        reader.insert(card, "Reader B");
        for (int time = 1; time <= 2; time++) {
            assertTrue(devices.identify(key).get().obstacle().orElseThrow().is(DeviceProblem.ACCESS_DENIED));
        }
    }

    private static FakeKey forbidden(String serial) {
        FakeKey key = numbered(DeviceKind.USB_KEY, serial);
        key.obstacle = Optional.of(Problem.of(DeviceProblem.ACCESS_DENIED));
        return key;
    }

    @Test
    void cardsWithTheSameNumberAreBothThere() {
        LinkId one = plug(numbered(DeviceKind.CONTACT_CARD, "17"));
        LinkId other = reader.insert(numbered(DeviceKind.CONTACTLESS_CARD, "17"), "Reader B");
        assertEquals(List.of(one, other), present());
    }

    private List<LinkId> present() {
        return devices.snapshot().links().stream().map(LinkDescription::id).toList();
    }

    private static FakeKey numbered(DeviceKind kind, String serial) {
        FakeKey key = new FakeKey();
        key.kind = kind;
        key.serial = Optional.of(serial);
        return key;
    }

    @Test
    void identifyingNeverEndsExceptionally() throws Exception {
        FakeKey mute = new FakeKey();
        mute.obstacle = Optional.of(Problem.of(DeviceProblem.CARD_MUTE));
        DeviceFacts facts = devices.identify(plug(mute)).get();
        assertTrue(facts.obstacle().orElseThrow().is(DeviceProblem.CARD_MUTE));
        DeviceFacts gone = devices.identify(new LinkId("fake", "Reader A", 99)).get();
        assertTrue(gone.obstacle().orElseThrow().is(DeviceProblem.GONE));
    }

    private LinkId plug(FakeKey key) {
        devices.add(reader);
        devices.snapshot();
        return reader.insert(key, "Reader A");
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
