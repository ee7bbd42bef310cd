package org.keyhopper.ui.model.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.DeviceLabel;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.device.ResetOrder;
import org.keyhopper.core.inventory.InventoryEntry.State;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.FakeDevice;
import org.keyhopper.ui.fakes.FakeOperator;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.QueuedExecutor;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.manual.Confirmation;
import org.keyhopper.ui.model.manual.DevicePanel.Fact;

class DevicesPresenterTest {

    private static final CredentialId MARAS = CredentialId.of(new byte[] {1});
    private static final CredentialId STRANGE = CredentialId.of(new byte[] {2});

    private final FakeStation station = new FakeStation();
    private final FakeOperator operator = new FakeOperator();
    private final DevicesPresenter presenter = new DevicesPresenter(TestContext.of(station), operator);
    private final FakeDevice card = FakeDevice.card("0A3F", "4711")
            .with(1, "login.microsoft.com", "mara@contoso.example", "Mara Köhler")
            .with(2, "github.com", "mk", "");
    private final FakeDevice key = FakeDevice.key("77", "");
    private final List<Optional<String>> reported = new ArrayList<>();

    @BeforeEach
    void give() {
        station.inventory.put(DeviceSamples.given(1, "Mara Köhler", "0A3F"));
    }

    private DevicesState shown() {
        return presenter.states().get();
    }

    private void enterWith(FakeDevice... devices) {
        for (FakeDevice device : devices) {
            station.devices.insert(device);
        }
        presenter.enter();
    }

    private String fact(String label) {
        return shown().device().orElseThrow().facts().stream()
                .filter(fact -> fact.label().equals(label))
                .map(Fact::value)
                .findFirst()
                .orElseThrow();
    }

    private void submit(DeviceAction action, String current, String next) {
        presenter.submit(action, new TypedPins(Secret.of(current), Secret.of(next)), reported::add);
    }

    @Test
    void devicesAreNotQueriedBeforeThePerspectiveIsShown() {
        assertFalse(station.devices.isFollowed());
        presenter.enter();
        assertTrue(station.devices.isFollowed());
        assertEquals("Nothing is put in", shown().heading().subtitle());
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
        assertEquals("set, 8 tries left", fact("PIN"));
        assertEquals("23", fact("Free slots"));
        assertEquals("FIDO 2.0, FIDO 2.1, U2F V2", fact("Versions"));
        assertTrue(shown().device().orElseThrow().verdict().startsWith("Given to Mara Köhler"));
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
        assertEquals("set, 7 tries left", fact("PIN"));
        assertTrue(shown().offers(DeviceAction.UNLOCK));
    }

    @Test
    void lastRetryIsUsedOnlyAfterTheWarning() {
        card.tries = 1;
        enterWith(card);
        submit(DeviceAction.UNLOCK, "0000", "");
        assertTrue(reported.getFirst().orElseThrow().startsWith("Only one try is left."), reported::toString);
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
    void deletionIsConfirmedAndPerformed() {
        enterWith(card);
        submit(DeviceAction.UNLOCK, "4711", "");
        Confirmation asked = presenter.deleteConfirmation(MARAS).orElseThrow();
        assertTrue(asked.losses().getFirst().contains("Mara Köhler at contoso"), asked::toString);
        presenter.delete(asked, MARAS);
        assertEquals(1, card.credentials.size());
        assertEquals(1, shown().content().orElseThrow().rows().size());
        assertEquals(State.DELETED, station.inventory.find(MARAS).orElseThrow().state());
        assertStillRegistered("The passkey is deleted.");
    }

    @Test
    void unconfirmedDeletionIsReported() {
        enterWith(card);
        submit(DeviceAction.UNLOCK, "4711", "");
        station.deviceManagement.instead = Optional.of(Answer.unclear(Problem.of(DeviceProblem.TIMEOUT)));
        presenter.delete(presenter.deleteConfirmation(STRANGE).orElseThrow(), STRANGE);
        assertTrue(shown().notice().orElseThrow().text().contains("may have been done"));
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
    void firstPinIsSet() {
        enterWith(key);
        PinForm form = presenter.pinForm(DeviceAction.SET_PIN).orElseThrow();
        assertTrue(form.asksNew() && !form.asksCurrent());
        submit(DeviceAction.SET_PIN, "", "123456");
        assertEquals("123456", key.pin);
        assertTrue(shown().offers(DeviceAction.CHANGE_PIN));
        assertEquals("The PIN is set.", shown().notice().orElseThrow().text());
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
        assertStillRegistered("The device is blank again.");
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
        assertEquals(
                "The device is blank again.", shown().notice().orElseThrow().text());
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

    private void assertStillRegistered(String done) {
        Notice notice = shown().notice().orElseThrow();
        assertEquals(done + " run.passkey-still-registered.", notice.text());
        assertEquals(Tint.ATTENTION, notice.tint());
        assertTrue(shown().offers(DeviceAction.REVOKE));
        assertEquals("Mara Köhler", presenter.formerHolder().orElseThrow().name());
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
        assertTrue(sentences.contains("Take the device out."), sentences::toString);
        assertTrue(sentences.contains("Put the same device back now."), sentences::toString);
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
