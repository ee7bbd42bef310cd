package org.keyhopper.ui.model.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.DeviceLabel;
import org.keyhopper.core.device.ResetOrder;
import org.keyhopper.core.inventory.InventoryEntry.State;
import org.keyhopper.ui.fakes.FakeDevice;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.manual.Confirmation;

/** What is lost by a reset or a deletion is confirmed first. */
class DevicesPresenterResetTest extends DevicesPresenterRig {

    @Test
    void deletionIsConfirmedAndPerformed() {
        enterWith(card);
        submit(DeviceAction.UNLOCK, "4711", "");
        Confirmation asked = presenter.deleteConfirmation(MARAS).orElseThrow();
        assertTrue(asked.losses().getFirst().contains("Mara Köhler at contoso"), asked::toString);
        presenter.delete(asked, MARAS);
        assertEquals(1, card.credentials.size());
        assertEquals(1, shown().content().orElseThrow().rows().size());
        assertEquals(State.DELETED, station.inventory.find(MARAS).orElseThrow().state());
        assertStillRegistered("The passkey was deleted.");
    }

    @Test
    void unconfirmedDeletionIsReported() {
        enterWith(card);
        submit(DeviceAction.UNLOCK, "4711", "");
        station.deviceManagement.instead = Optional.of(Answer.unclear(Problem.of(DeviceProblem.TIMEOUT)));
        presenter.delete(presenter.deleteConfirmation(STRANGE).orElseThrow(), STRANGE);
        assertTrue(shown().notice().orElseThrow().text().contains("may have been made"));
        assertFalse(shown().content().orElseThrow().open());
    }

    @Test
    void confirmationIsNotAppliedToAnotherDevice() {
        enterWith(card);
        submit(DeviceAction.UNLOCK, "4711", "");
        Confirmation delete = presenter.deleteConfirmation(MARAS).orElseThrow();
        Confirmation reset = presenter.resetConfirmation().orElseThrow();
        station.devices.remove(card);
        FakeDevice other = FakeDevice.card("0B00", "4711").with(1, "login.microsoft.com", "x", "X");
        station.devices.insert(other);
        presenter.delete(delete, MARAS);
        presenter.reset(reset);
        assertEquals(1, other.credentials.size());
        assertEquals("4711", other.pin);
    }

    @Test
    void resetConfirmationListsAllKnownLosses() {
        enterWith(card);
        Confirmation locked = presenter.resetConfirmation().orElseThrow();
        assertEquals(3, locked.losses().size(), locked::toString);
        assertTrue(locked.losses().get(1).contains("every other passkey"), locked::toString);
        submit(DeviceAction.UNLOCK, "4711", "");
        Confirmation open = presenter.resetConfirmation().orElseThrow();
        assertEquals("the passkey of mk for github.com", open.losses().get(1));
        assertEquals("its PIN", open.losses().get(2));
    }

    @Test
    void cardIsResetInPlace() {
        enterWith(card);
        presenter.reset(presenter.resetConfirmation().orElseThrow());
        assertEquals(List.of(), card.credentials);
        assertEquals(State.RESET, station.inventory.find(MARAS).orElseThrow().state());
        assertStillRegistered("The device was reset.");
        assertTrue(shown().offers(DeviceAction.SET_PIN));
        assertEquals(Optional.empty(), shown().task());
    }

    @Test
    void nextOperationClearsTheFormerHolder() {
        enterWith(key, card);
        presenter.reset(presenter.resetConfirmation().orElseThrow());
        submit(DeviceAction.SET_PIN, "", "123456");
        assertEquals(Optional.empty(), presenter.formerHolder());
    }

    @Test
    void unknownDeviceLeavesNothingToRevoke() {
        key.pin = "4711";
        enterWith(key);
        presenter.reset(presenter.resetConfirmation().orElseThrow());
        assertEquals("The device was reset.", shown().notice().orElseThrow().text());
        assertFalse(shown().offers(DeviceAction.REVOKE));
    }

    @Test
    void resetOrderContainsListedCredentialsAndConfirmation() {
        operator.confirmation = Optional.of(question -> Optional.of(new DeviceLabel.NothingPrinted()));
        enterWith(card);
        submit(DeviceAction.UNLOCK, "4711", "");
        presenter.reset(presenter.resetConfirmation().orElseThrow());
        ResetOrder order = station.deviceManagement.lastReset;
        assertEquals(
                List.of(MARAS, STRANGE),
                order.listed().stream().map(StoredCredential::id).toList());
        assertTrue(order.confirmation().isPresent());
    }

    @Test
    void keyIsFollowedThroughReinsertion() {
        key.pin = "4711";
        enterWith(card, key);
        List<String> sentences = new ArrayList<>();
        presenter.states().follow(state -> state.task().ifPresent(stage -> sentences.add(stage.sentence())));
        List<Set<DeviceAction>> meanwhile = new ArrayList<>();
        station.deviceManagement.whileOut = () -> {
            meanwhile.add(shown().actions());
            presenter.select(card.link().id());
        };
        presenter.reset(presenter.resetConfirmation().orElseThrow());
        assertTrue(sentences.contains("Remove the device."), sentences::toString);
        assertTrue(sentences.contains("Reinsert the same device now."), sentences::toString);
        assertEquals(List.of(Set.of(DeviceAction.CANCEL)), meanwhile);
        assertEquals(Optional.of(key.link().id()), shown().selected());
        assertEquals("", key.pin);
        assertEquals(Tint.GOOD, shown().notice().orElseThrow().tint());
    }

    @Test
    void resetCanBeCancelled() {
        key.pin = "4711";
        enterWith(key);
        station.deviceManagement.whileOut = presenter::cancel;
        presenter.reset(presenter.resetConfirmation().orElseThrow());
        assertEquals("4711", key.pin);
        assertEquals(Tint.BAD, shown().notice().orElseThrow().tint());
        assertTrue(shown().offers(DeviceAction.RESET));
    }
}
