package org.keyhopper.core.internal.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.MemoryInventory;

/** What is found out about a device, and what is remarked on it. */
class IdentificationTest {

    private final DevicesBench bench = new DevicesBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatADeviceSaysOfItselfWhenItIsOpenedIsNotAskedForTwiceButLaterItIs() {
        FakeKey key = FakeKey.usb("1");
        LinkId link = bench.plug(key);
        bench.identify(link);
        long atFirst = asked(key);
        bench.identify(link);
        assertEquals(1, atFirst);
        assertEquals(2, asked(key));
    }

    @Test
    void warningsComeWithTheFactsTheGravestFirst() {
        FakeKey key = FakeKey.usb("1");
        key.setRetries(0);
        key.slots = OptionalInt.of(0);
        assertEquals(List.of(DeviceProblem.PIN_BLOCKED, DeviceProblem.KEY_STORE_FULL), warningsOn(key));
    }

    @Test
    void aForcedChangeAndFingerprintsAreWarnedOf() {
        FakeKey key = FakeKey.usb("1");
        key.forceChange();
        key.options.put("uv", true);
        assertEquals(List.of(DeviceProblem.PIN_CHANGE_FORCED, DeviceProblem.FINGERPRINTS_STORED), warningsOn(key));
    }

    @Test
    void aDeviceOfCtap20OnlyIsWarnedOf() {
        FakeKey key = FakeKey.newUsb("1");
        key.version = "FIDO_2_0";
        assertEquals(List.of(DeviceProblem.FIDO_2_0_ONLY), warningsOn(key));
    }

    /** The readers of {@code FakeReader} call whatever is in them a "Fake key". */
    @Test
    void aCardOfAnUnlistedModelIsNeverCalledByTheNameOfItsReader() {
        FakeKey card = new FakeKey();
        assertEquals("Smart card 000007", bench.identify(bench.plug(card)).model());
    }

    @Test
    void aKeyInAReaderIsCalledAKey() {
        FakeKey key = new FakeKey();
        key.transports = List.of("usb", "nfc");
        assertEquals("Security key 000007", bench.identify(bench.plug(key)).model());
    }

    @Test
    void aKeyOfAnUnlistedModelIsCalledByItsProductName() {
        assertEquals("Fake key", bench.identify(bench.plug(FakeKey.usb("1"))).model());
    }

    @Test
    void aCardThatCannotBeAskedIsACard() {
        FakeKey card = new FakeKey();
        card.obstacle = Optional.of(Problem.of(DeviceProblem.CARD_MUTE));
        assertEquals("Smart card", bench.identify(bench.plug(card)).model());
    }

    @Test
    void anUnlistedModelIsNamedByTheMetadata() {
        Identification identification =
                new Identification(new MemoryInventory(), aaguid -> Optional.of("Model of the metadata"));
        LinkId link = bench.plug(new FakeKey());
        DeviceFacts facts = bench.identify(link);
        assertEquals(
                "Model of the metadata",
                identification.modelOf(facts.link(), facts.info().orElseThrow()));
    }

    @Test
    void aNewKeyHasNoWarnings() {
        assertEquals(List.of(), warningsOn(FakeKey.newUsb("1")));
    }

    @Test
    void aDeviceWithFingerprintsIsProvisioned() {
        assertFalse(isProvisioned("plain", Map.of()));
        assertFalse(isProvisioned("untaught", Map.of("uv", false, "bioEnroll", false)));
        assertTrue(isProvisioned("taught", Map.of("uv", true, "bioEnroll", true)));
    }

    @Test
    void identifyingNeverEndsExceptionally() {
        FakeKey mute = new FakeKey();
        mute.obstacle = Optional.of(Problem.of(DeviceProblem.CARD_MUTE));
        DeviceFacts facts = bench.identify(bench.plug(mute));
        assertTrue(facts.obstacle().orElseThrow().is(DeviceProblem.CARD_MUTE));
        DeviceFacts gone = bench.identify(new LinkId("fake", "Reader A", 99));
        assertTrue(gone.obstacle().orElseThrow().is(DeviceProblem.GONE));
    }

    private static long asked(FakeKey key) {
        return key.acts.stream().filter(Act.INFO::equals).count();
    }

    private List<ProblemCode> warningsOn(FakeKey key) {
        return bench.identify(bench.plug(key)).warnings().stream()
                .map(Problem::code)
                .toList();
    }

    private boolean isProvisioned(String serial, Map<String, Boolean> options) {
        FakeKey key = FakeKey.newUsb(serial);
        key.options.putAll(options);
        return bench.identify(bench.plug(key)).isProvisioned();
    }
}
