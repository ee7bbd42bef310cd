package org.keyhopper.core.internal.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.fake.FakeKey;

/** A key that is a card in a reader as well is one device. */
class KeyAndCardTest {

    private final DevicesBench bench = new DevicesBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aKeyThatIsAlsoACardWithItsSerialIsThereOnce() {
        LinkId card = bench.plug(numbered(DeviceKind.CONTACT_CARD, "17"));
        assertEquals(List.of(card), bench.present());
        LinkId key = bench.reader.insert(numbered(DeviceKind.USB_KEY, "17"), "Port 1");
        assertEquals(List.of(key), bench.present());
    }

    @Test
    void aCardWithAnotherSerialOrNoneIsNotTheKey() {
        LinkId key = bench.plug(numbered(DeviceKind.USB_KEY, "17"));
        LinkId card = bench.reader.insert(numbered(DeviceKind.CONTACT_CARD, "18"), "Reader B");
        LinkId mute = bench.reader.insert(new FakeKey(), "Reader C");
        assertEquals(List.of(key, card, mute), bench.present());
    }

    @Test
    void aKeyThatIsAlsoACardInAReaderOfItsNameIsThereOnce() {
        bench.devices.add(bench.reader);
        bench.devices.snapshot();
        LinkId card = bench.reader.insert(new FakeKey(), "FAKE KEY OTP+FIDO+CCID 00 00");
        LinkId other = bench.reader.insert(new FakeKey(), "Reader B");
        assertEquals(List.of(card, other), bench.present());
        LinkId key = bench.reader.insert(FakeKey.usb("17"), "Port 1");
        assertEquals(List.of(other, key), bench.present());
    }

    @Test
    void aKeyThatMayNotBeOpenedIsOpenedAsTheCardItIsToo() {
        FakeKey forbidden = forbidden("17");
        LinkId key = bench.plug(forbidden);
        assertTrue(bench.identify(key).obstacle().orElseThrow().is(DeviceProblem.ACCESS_DENIED));
        bench.reader.insert(numbered(DeviceKind.CONTACT_CARD, "17"), "Reader B");
        DeviceFacts facts = bench.identify(key);
        assertEquals(Optional.empty(), facts.obstacle());
        assertEquals(key, facts.link().id());
        assertEquals(List.of(key), bench.present());
    }

    @Test
    void aKeyThatIsNoFidoCardMayStillNotBeOpened() {
        LinkId key = bench.plug(forbidden("17"));
        FakeKey card = numbered(DeviceKind.CONTACT_CARD, "17");
        card.obstacle = Optional.of(Problem.of(DeviceProblem.NO_FIDO_APPLET));
        bench.reader.insert(card, "Reader B");
        for (int time = 1; time <= 2; time++) {
            assertTrue(bench.identify(key).obstacle().orElseThrow().is(DeviceProblem.ACCESS_DENIED));
        }
    }

    @Test
    void cardsWithTheSameNumberAreBothThere() {
        LinkId one = bench.plug(numbered(DeviceKind.CONTACT_CARD, "17"));
        LinkId other = bench.reader.insert(numbered(DeviceKind.CONTACTLESS_CARD, "17"), "Reader B");
        assertEquals(List.of(one, other), bench.present());
    }

    private static FakeKey forbidden(String serial) {
        FakeKey key = numbered(DeviceKind.USB_KEY, serial);
        key.obstacle = Optional.of(Problem.of(DeviceProblem.ACCESS_DENIED));
        return key;
    }

    private static FakeKey numbered(DeviceKind kind, String serial) {
        FakeKey key = new FakeKey();
        key.kind = kind;
        key.serial = Optional.of(serial);
        return key;
    }
}
