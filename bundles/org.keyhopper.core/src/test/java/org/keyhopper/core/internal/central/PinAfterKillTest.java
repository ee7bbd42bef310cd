package org.keyhopper.core.internal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.FakeKey;

/** A station was killed after a device got its PIN and before its passkey was registered: the PIN office has to find the PIN. */
class PinAfterKillTest extends ClaimFixture {

    private final FakeKey key = FakeKey.withPin(KilledStation.PIN);
    private final KilledStation station = new KilledStation(central, 1);

    @BeforeEach
    void kill() {
        // Only a person can reset it, by taking its power.
        key.kind = DeviceKind.USB_KEY;
        key.powerCycles = false;
        key.serial = Optional.of("S1");
        central.escrow = true;
        central.keptPin = Optional.of(KilledStation.PIN);
        station.killedAfterPin(1, key);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void pinThatStaysOnItsDeviceIsConfirmedBeforeTheClaimEnds() {
        station.reader.insert(key);
        station.reconcile();
        assertTrue(key.hasPin());
        assertTrue(central.confirmed);
        assertTrue(
                central.calls().indexOf("confirmPin") < central.calls().indexOf("release"), central.calls()::toString);
    }

    @Test
    void claimIsKeptUntilThePinIsConfirmed() {
        station.reader.insert(key);
        central.reachable = false;
        station.reconcile();
        assertEquals(Outcome.UNCLEAR, station.state(1).outcome());
        assertFalse(central.calls().contains("release"));
        central.reachable = true;
        station.reconcile();
        assertTrue(central.confirmed);
        assertTrue(central.calls().contains("release"));
    }

    @Test
    void pinOfADeviceThatIsAwaitedIsConfirmed() {
        station.reconcile();
        assertTrue(central.confirmed);
        assertFalse(central.calls().contains("release"));
    }

    @Test
    void pinOfADeviceThatIsResetIsNotConfirmed() {
        key.kind = DeviceKind.CONTACT_CARD;
        key.powerCycles = true;
        station.reader.insert(key);
        station.reconcile();
        assertTrue(key.isBlank());
        assertFalse(central.confirmed);
        assertEquals(Outcome.FAILED, station.state(1).outcome());
    }
}
