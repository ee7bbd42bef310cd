package org.keyhopper.ui.model.devices;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.care.Caretaker;
import org.keyhopper.core.care.DeviceContent;
import org.keyhopper.core.care.HeldCredential;
import org.keyhopper.core.care.ResetOrder;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.manual.Confirmation;
import org.keyhopper.ui.model.passkeys.FormerPasskeys;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;

/**
 * Follows the connected devices and performs the actions on the selected one. All methods are fast, on any thread.
 * The PIN of an unlocked device is kept until it is removed, another device is selected, or the perspective is left.
 */
public final class DevicesPresenter {

    private final WorkbenchContext desk;
    private final OperatorPrompts operator;
    private final DeviceConfirmations questions;
    private final PinForms forms;
    private final ConnectedDevices looking;

    /** @param operator is asked to confirm a device */
    public DevicesPresenter(WorkbenchContext desk, OperatorPrompts operator) {
        this.desk = desk;
        this.operator = operator;
        questions = new DeviceConfirmations(desk);
        forms = new PinForms(desk);
        looking = new ConnectedDevices(desk);
    }

    public ObservableState<DevicesState> states() {
        return looking.states;
    }

    /** The perspective is shown: follows devices from now on, and queries the selected one again. */
    public void enter() {
        looking.enter();
    }

    /** The perspective is hidden: clears the PIN and stops querying devices. */
    public void leave() {
        looking.leave();
    }

    /** Selects a device; ignored during a reset. */
    public void select(LinkId id) {
        looking.select(id);
    }

    /** Queries the selected device again. */
    public void refresh() {
        looking.again();
    }

    /** Returns which PINs the action needs; empty when the action is unavailable. */
    public Optional<PinForm> pinForm(DeviceAction action) {
        return looking.offered(action, one -> {
            one.toldOfLastTry = false;
            return one.details.map(details -> forms.of(action, details));
        });
    }

    /**
     * Unlocks the device, or sets or changes its PIN.
     *
     * @param typed the input, closed by this method
     * @param told called on a worker thread: empty on success, else the reason
     */
    public void submit(DeviceAction action, TypedPins typed, Consumer<Optional<String>> told) {
        Optional<LinkId> begun = looking.begin(action);
        if (begun.isEmpty()) {
            typed.close();
            told.accept(Optional.of(desk.text("devices.gone")));
            return;
        }
        LinkId id = begun.get();
        desk.inBackground(
                () -> {
                    Optional<Problem> trouble;
                    try (typed) {
                        trouble = submit(id, action, typed);
                    }
                    looking.at(id);
                    looking.finish(id, one -> {});
                    told.accept(trouble.map(problem -> told(id, problem)));
                },
                notice -> {
                    looking.finish(id, one -> {});
                    told.accept(Optional.of(notice.text()));
                });
    }

    private Optional<Problem> submit(LinkId id, DeviceAction action, TypedPins typed) {
        return switch (action) {
            case UNLOCK -> unlock(id, typed.current());
            case SET_PIN -> changed(id, caretaker().setPin(id, typed.next()), "devices.pin.set");
            case CHANGE_PIN ->
                changed(id, trying(id).changePin(id, typed.current(), typed.next()), "devices.pin.changed");
            case LOCK, DELETE, BLINK, RESET, REVOKE, CANCEL -> throw new IllegalArgumentException(action.name());
        };
    }

    /** Entering the PIN again after the warning is taken as consent to use the last retry. */
    private Caretaker trying(LinkId id) {
        boolean mayUseLastTry =
                looking.of(id, one -> Optional.of(one.toldOfLastTry)).orElse(false);
        looking.update(id, one -> one.toldOfLastTry = false);
        return mayUseLastTry ? caretaker().usingLastTry() : caretaker();
    }

    private String told(LinkId id, Problem trouble) {
        if (!trouble.is(DeviceProblem.PIN_LAST_TRY)) {
            return desk.sentence(trouble);
        }
        looking.update(id, one -> one.toldOfLastTry = true);
        return desk.text("devices.pin.lastTry");
    }

    private Optional<Problem> unlock(LinkId id, Secret pin) {
        Answer<DeviceContent> answer = trying(id).list(id, pin);
        answer.result().ifPresent(content -> looking.update(id, one -> looking.open(one, content, pin)));
        return answer.trouble();
    }

    private Optional<Problem> changed(LinkId id, Answer<Boolean> answer, String key) {
        if (answer.result().isPresent()) {
            looking.update(id, one -> {
                one.lock();
                one.notice = Optional.of(new Notice(desk.text(key), Tint.GOOD));
            });
        }
        return answer.trouble();
    }

    /** Hides the content and clears the PIN. */
    public void lock() {
        looking.offered(DeviceAction.LOCK, one -> Optional.of(one.id()))
                .ifPresent(id -> looking.update(id, SelectedDevice::lock));
    }

    public void blink() {
        looking.begin(DeviceAction.BLINK)
                .ifPresent(id -> work(id, () -> {
                    Answer<Boolean> answer = caretaker().wink(id);
                    Optional<Notice> cannot = answer.result()
                            .filter(winked -> !winked)
                            .map(none -> new Notice(desk.text("devices.blink.cannot"), Tint.ATTENTION));
                    looking.finish(
                            id,
                            one -> one.notice = cannot.or(() -> answer.trouble().map(looking::bad)));
                }));
    }

    /** Returns the confirmation for deleting a credential; empty when it cannot be deleted. */
    public Optional<Confirmation> deleteConfirmation(CredentialId credential) {
        return looking.offered(
                DeviceAction.DELETE, one -> held(one, credential).map(held -> questions.delete(one, held)));
    }

    private static Optional<HeldCredential> held(SelectedDevice device, CredentialId credential) {
        return device.credentials().stream()
                .filter(held -> held.stored().id().equals(credential))
                .findFirst();
    }

    /** Deletes the credential from the confirmed device; does nothing if another device was inserted meanwhile. */
    public void delete(Confirmation confirmed, CredentialId credential) {
        LinkId id = confirmed.device();
        if (looking.begins(DeviceAction.DELETE, id)) {
            work(id, () -> {
                try (Secret pin = looking.of(id, SelectedDevice::pin).orElseGet(() -> Secret.of(""))) {
                    delete(id, credential, pin);
                }
            });
        }
    }

    private void delete(LinkId id, CredentialId credential, Secret pin) {
        List<InventoryEntry> ours = desk.station().inventory().find(credential).stream()
                .filter(entry -> entry.state() == InventoryEntry.State.IN_USE)
                .toList();
        Answer<Boolean> answer = caretaker().delete(id, credential, pin);
        // A rejected PIN is not used again.
        Answer<DeviceContent> left = answer.flatMap(done -> caretaker().list(id, pin));
        looking.at(id);
        looking.finish(id, one -> {
            left.result().ifPresentOrElse(content -> looking.open(one, content, pin), one::lock);
            tell(one, answer, "devices.deleted", ours);
        });
    }

    /** Returns the confirmation for a reset; empty when the device cannot be reset. */
    public Optional<Confirmation> resetConfirmation() {
        return looking.offered(DeviceAction.RESET, one -> one.details.map(details -> questions.reset(one, details)));
    }

    /** Resets the confirmed device; does nothing if another device was inserted meanwhile. */
    public void reset(Confirmation confirmed) {
        LinkId id = confirmed.device();
        if (!looking.begins(DeviceAction.RESET, id)) {
            return;
        }
        CancelSignal stop = new CancelSignal();
        List<StoredCredential> listed = looking.of(id, one -> Optional.of(one.credentials())).stream()
                .flatMap(credentials -> credentials.stream().map(HeldCredential::stored))
                .toList();
        List<InventoryEntry> ours = ours(id);
        looking.update(id, one -> {
            one.resetting = Optional.of(stop);
            one.task = Optional.of(looking.screen.task(new Instruction.None()));
            one.lock();
        });
        work(id, () -> {
            Answer<LinkId> answer = caretaker()
                    .reset(new ResetOrder(
                            id,
                            listed,
                            told -> looking.update(id, one -> one.task = Optional.of(looking.screen.task(told))),
                            missed -> looking.update(id, one -> one.notice = Optional.of(looking.missed(missed))),
                            operator.deviceConfirmation(),
                            stop));
            looking.moveOn(id, answer.result().orElse(id), one -> tell(one, answer, "devices.reset.done", ours));
        });
    }

    /** Returns the active inventory entries whose credentials a reset would delete. */
    private List<InventoryEntry> ours(LinkId id) {
        Set<InventoryEntry> ours = new LinkedHashSet<>();
        looking.of(id, one -> one.details).ifPresent(details -> ours.addAll(details.ours()));
        looking.of(id, one -> Optional.of(one.credentials())).stream()
                .flatMap(List::stream)
                .flatMap(held -> held.ours().stream())
                .filter(entry -> entry.state() == InventoryEntry.State.IN_USE)
                .forEach(ours::add);
        return List.copyOf(ours);
    }

    /** Shows the outcome, and the passkeys that are still registered although their credentials were deleted. */
    private void tell(SelectedDevice one, Answer<?> answer, String done, List<InventoryEntry> lost) {
        Notice outcome = outcome(answer, done);
        if (answer.result().isPresent() && !lost.isEmpty()) {
            InventoryEntry first = lost.getFirst();
            one.former = Optional.of(FormerPasskeys.holder(first));
            String still =
                    desk.explain().apply(RunProblem.stillRegistered(first)).title();
            outcome = new Notice(outcome.text() + " " + still + ".", Tint.ATTENTION);
        }
        one.notice = Optional.of(outcome);
    }

    /** Returns the holder whose credential was deleted from the device but is still registered, if any. */
    public Optional<PasskeyHolder> formerHolder() {
        return looking.offered(DeviceAction.REVOKE, one -> one.former);
    }

    /** Cancels a reset that waits for the operator. */
    public void cancel() {
        looking.offered(DeviceAction.CANCEL, one -> one.resetting).ifPresent(CancelSignal::raise);
    }

    private void work(LinkId id, Runnable task) {
        desk.inBackground(task, notice -> looking.finish(id, one -> one.notice = Optional.of(notice)));
    }

    private Notice outcome(Answer<?> answer, String done) {
        Optional<Problem> trouble = answer.trouble();
        if (trouble.isEmpty()) {
            return new Notice(desk.text(done), Tint.GOOD);
        }
        return answer instanceof Answer.Unclear
                ? new Notice(desk.sentence(trouble.get()) + " " + desk.text("devices.unclear"), Tint.BAD)
                : looking.bad(trouble.get());
    }

    private Caretaker caretaker() {
        return desk.station().caretaker();
    }
}
