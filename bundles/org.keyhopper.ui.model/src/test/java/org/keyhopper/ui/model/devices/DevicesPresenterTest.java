package org.keyhopper.ui.model.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.model.QueuedExecutor;
import org.keyhopper.ui.model.Tint;

class DevicesPresenterTest extends DevicesPresenterRig {

    @Test
    void devicesAreNotQueriedBeforeThePerspectiveIsShown() {
        assertFalse(station.devices.isFollowed());
        presenter.enter();
        assertTrue(station.devices.isFollowed());
        assertEquals("No device connected", shown().heading().subtitle());
        assertEquals(Set.of(), shown().actions());
    }

    @Test
    void lastInsertedDeviceIsSelected() {
        enterWith(card);
        assertEquals(Optional.of(card.link().id()), shown().selected());
        assertEquals("Serial 0A3F", shown().rows().getFirst().detail());
        station.devices.insert(key);
        assertEquals(Optional.of(key.link().id()), shown().selected());
        assertEquals(2, shown().rows().size());
        station.devices.remove(key);
        assertEquals(Optional.of(card.link().id()), shown().selected());
    }

    @Test
    void anotherDeviceCanBeSelected() {
        enterWith(card, key);
        presenter.select(card.link().id());
        assertEquals("Crescendo C2300", fact("Model"));
        assertEquals("set, 8 attempts left", fact("PIN"));
        assertEquals("23", fact("Free slots"));
        assertEquals("FIDO 2.0, FIDO 2.1, U2F V2", fact("Versions"));
        assertTrue(shown().device().orElseThrow().verdict().startsWith("Issued to Mara Köhler"));
    }

    @Test
    void actionsDependOnTheDevice() {
        enterWith(card);
        assertEquals(Set.of(DeviceAction.UNLOCK, DeviceAction.CHANGE_PIN, DeviceAction.RESET), shown().actions());
        station.devices.insert(key);
        assertEquals(Set.of(DeviceAction.SET_PIN, DeviceAction.BLINK, DeviceAction.RESET), shown().actions());
        assertFalse(shown().content().orElseThrow().open());
    }

    @Test
    void blockedPinLeavesOnlyTheReset() {
        card.tries = 0;
        enterWith(card);
        assertEquals(Set.of(DeviceAction.RESET), shown().actions());
        assertEquals("blocked", fact("PIN"));
    }

    @Test
    void forcedPinChangeComesFirst() {
        card.changeForced = true;
        enterWith(card);
        assertEquals(Set.of(DeviceAction.CHANGE_PIN, DeviceAction.RESET), shown().actions());
    }

    @Test
    void unreachableDeviceShowsTheReason() {
        card.obstacle = Optional.of(Problem.of(DeviceProblem.CARD_MUTE));
        enterWith(card);
        assertEquals(Set.of(), shown().actions());
        assertEquals(Tint.BAD, shown().device().orElseThrow().verdictTint());
    }

    @Test
    void unlockingShowsCredentialsAndFreeSpace() {
        enterWith(card);
        submit(DeviceAction.UNLOCK, "4711", "");
        assertEquals(List.of(Optional.empty()), reported);
        ContentPanel content = shown().content().orElseThrow();
        assertEquals("2 of 25 slots used", content.sentence());
        assertEquals("23 of 25", fact("Free slots"));
        CredentialRow mara = content.rows().getFirst();
        assertEquals("Mara Köhler", mara.person());
        assertTrue(mara.ours() && mara.given().startsWith("Mara Köhler, "), mara.given());
        assertEquals("mk", content.rows().getLast().person());
        assertFalse(content.rows().getLast().ours());
    }

    @Test
    void wrongPinReportsTheRemainingRetries() {
        enterWith(card);
        submit(DeviceAction.UNLOCK, "0000", "");
        assertTrue(reported.getFirst().orElseThrow().contains("because [7]"), reported::toString);
        assertEquals("set, 7 attempts left", fact("PIN"));
        assertTrue(shown().offers(DeviceAction.UNLOCK));
    }

    @Test
    void lastRetryIsUsedOnlyAfterTheWarning() {
        card.tries = 1;
        enterWith(card);
        submit(DeviceAction.UNLOCK, "0000", "");
        assertTrue(reported.getFirst().orElseThrow().startsWith("Only one attempt is left."), reported::toString);
        assertEquals(1, card.tries);
        submit(DeviceAction.UNLOCK, "4711", "");
        assertEquals(Optional.empty(), reported.getLast());
        assertEquals(8, card.tries);
    }

    @Test
    void lastRetryWarningIsValidForOneDialog() {
        card.tries = 1;
        enterWith(card);
        submit(DeviceAction.UNLOCK, "0000", "");
        presenter.pinForm(DeviceAction.UNLOCK).orElseThrow();
        submit(DeviceAction.UNLOCK, "0000", "");
        assertEquals(1, card.tries);
    }

    @Test
    void leavingThePerspectiveClearsThePin() {
        enterWith(card);
        submit(DeviceAction.UNLOCK, "4711", "");
        presenter.leave();
        assertTrue(shown().offers(DeviceAction.UNLOCK));
        assertEquals(Optional.empty(), presenter.deleteConfirmation(MARAS));
    }

    @Test
    void deviceStaysLockedAfterThePerspectiveWasLeft() {
        station.devices.insert(card);
        QueuedExecutor workers = new QueuedExecutor();
        DevicesPresenter later = new DevicesPresenter(workers.contextFor(station), operator);
        later.enter();
        workers.runAll();
        later.submit(DeviceAction.UNLOCK, new TypedPins(Secret.of("4711"), Secret.of("")), reported::add);
        later.leave();
        workers.runAll();
        later.enter();
        workers.runAll();
        assertTrue(later.states().get().offers(DeviceAction.UNLOCK));
        assertEquals(Optional.empty(), later.deleteConfirmation(MARAS));
    }

    @Test
    void lockingClearsThePin() {
        enterWith(card);
        submit(DeviceAction.UNLOCK, "4711", "");
        presenter.lock();
        assertFalse(shown().content().orElseThrow().open());
    }

    @Test
    void firstPinIsSet() {
        enterWith(key);
        PinForm form = presenter.pinForm(DeviceAction.SET_PIN).orElseThrow();
        assertTrue(form.asksNew() && !form.asksCurrent());
        submit(DeviceAction.SET_PIN, "", "123456");
        assertEquals("123456", key.pin);
        assertTrue(shown().offers(DeviceAction.CHANGE_PIN));
        assertEquals("The PIN was set.", shown().notice().orElseThrow().text());
    }

    @Test
    void changingThePinLocksTheDevice() {
        enterWith(card);
        submit(DeviceAction.UNLOCK, "4711", "");
        assertTrue(presenter.pinForm(DeviceAction.CHANGE_PIN).orElseThrow().asksCurrent());
        submit(DeviceAction.CHANGE_PIN, "4711", "8888");
        assertEquals("8888", card.pin);
        assertTrue(shown().offers(DeviceAction.UNLOCK));
    }

    @Test
    void keyBlinks() {
        enterWith(key);
        presenter.blink();
        assertEquals(1, key.winked);
        assertEquals(Optional.empty(), shown().notice());
    }

    @Test
    void reasonForMissingDevicesIsShown() {
        enterWith();
        station.devices.fail(Problem.of(DeviceProblem.SERVICE_UNAVAILABLE));
        assertEquals(Tint.ATTENTION, shown().notice().orElseThrow().tint());
    }

    @Test
    void unavailableActionIsNotPerformed() {
        enterWith(key);
        submit(DeviceAction.UNLOCK, "4711", "");
        assertTrue(reported.getFirst().isPresent());
        assertEquals(8, key.tries);
        assertEquals(Optional.empty(), presenter.pinForm(DeviceAction.CHANGE_PIN));
    }
}
