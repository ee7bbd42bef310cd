package org.keyhopper.ui.model.devices;

import java.util.List;
import java.util.Optional;
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
import org.keyhopper.core.device.DeviceContent;
import org.keyhopper.core.device.DeviceManagement;
import org.keyhopper.core.device.HeldCredential;
import org.keyhopper.core.device.ResetOrder;
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

    private final WorkbenchContext context;
    private final OperatorPrompts operator;
    private final DeviceConfirmations questions;
    private final PinForms forms;
    private final ConnectedDevices devices;

    /** @param operator is asked to confirm a device */
    public DevicesPresenter(WorkbenchContext context, OperatorPrompts operator) {
        this.context = context;
        this.operator = operator;
        questions = new DeviceConfirmations(context);
        forms = new PinForms(context);
        devices = new ConnectedDevices(context);
    }

    public ObservableState<DevicesState> states() {
        return devices.states;
    }

    /** The perspective is shown: follows devices from now on, and queries the selected one again. */
    public void enter() {
        devices.enter();
    }

    /** The perspective is hidden: clears the PIN and stops querying devices. */
    public void leave() {
        devices.leave();
    }

    /** Selects a device; ignored during a reset. */
    public void select(LinkId id) {
        devices.select(id);
    }

    /** Queries the selected device again. */
    public void refresh() {
        devices.refreshSelected();
    }

    /** Returns which PINs the action needs; empty when the action is unavailable. */
    public Optional<PinForm> pinForm(DeviceAction action) {
        return devices.offered(action, one -> {
            one.warnedOfLastTry = false;
            return one.details.map(details -> forms.of(action, details));
        });
    }

    /**
     * Unlocks the device, or sets or changes its PIN.
     *
     * @param typed the input, closed by this method
     * @param result called on a worker thread: empty on success, else the reason
     */
    public void submit(DeviceAction action, TypedPins typed, Consumer<Optional<String>> result) {
        Optional<LinkId> begun = devices.begin(action);
        if (begun.isEmpty()) {
            typed.close();
            result.accept(Optional.of(context.text("devices.gone")));
            return;
        }
        LinkId id = begun.get();
        context.inBackground(
                () -> {
                    Optional<Problem> problem;
                    try (typed) {
                        problem = submit(id, action, typed);
                    }
                    devices.read(id);
                    devices.finish(id, one -> {});
                    result.accept(problem.map(found -> problemText(id, found)));
                },
                notice -> {
                    devices.finish(id, one -> {});
                    result.accept(Optional.of(notice.text()));
                });
    }

    private Optional<Problem> submit(LinkId id, DeviceAction action, TypedPins typed) {
        return switch (action) {
            case UNLOCK -> unlock(id, typed.current());
            case SET_PIN -> changed(id, deviceManagement().setPin(id, typed.next()), "devices.pin.set");
            case CHANGE_PIN ->
                changed(
                        id,
                        managementForNextTry(id).changePin(id, typed.current(), typed.next()),
                        "devices.pin.changed");
            case LOCK, DELETE, BLINK, RESET, REVOKE, CANCEL -> throw new IllegalArgumentException(action.name());
        };
    }

    /** Entering the PIN again after the warning is taken as consent to use the last retry. */
    private DeviceManagement managementForNextTry(LinkId id) {
        boolean confirmLastPinAttempt =
                devices.of(id, one -> Optional.of(one.warnedOfLastTry)).orElse(false);
        devices.update(id, one -> one.warnedOfLastTry = false);
        return confirmLastPinAttempt ? deviceManagement().allowingLastPinAttempt() : deviceManagement();
    }

    private String problemText(LinkId id, Problem problem) {
        if (!problem.is(DeviceProblem.PIN_LAST_TRY)) {
            return context.sentence(problem);
        }
        devices.update(id, one -> one.warnedOfLastTry = true);
        return context.text("devices.pin.lastTry");
    }

    private Optional<Problem> unlock(LinkId id, Secret pin) {
        Answer<DeviceContent> answer = managementForNextTry(id).list(id, pin);
        answer.result().ifPresent(content -> devices.update(id, one -> devices.open(one, content, pin)));
        return answer.failure();
    }

    private Optional<Problem> changed(LinkId id, Answer<Boolean> answer, String key) {
        if (answer.result().isPresent()) {
            devices.update(id, one -> {
                one.lock();
                one.notice = Optional.of(new Notice(context.text(key), Tint.GOOD));
            });
        }
        return answer.failure();
    }

    /** Hides the content and clears the PIN. */
    public void lock() {
        devices.offered(DeviceAction.LOCK, one -> Optional.of(one.id()))
                .ifPresent(id -> devices.update(id, SelectedDevice::lock));
    }

    public void blink() {
        devices.begin(DeviceAction.BLINK)
                .ifPresent(id -> work(id, () -> {
                    Answer<Boolean> answer = deviceManagement().wink(id);
                    Optional<Notice> cannot = answer.result()
                            .filter(winked -> !winked)
                            .map(none -> new Notice(context.text("devices.blink.cannot"), Tint.ATTENTION));
                    devices.finish(
                            id,
                            one -> one.notice = cannot.or(() -> answer.failure().map(devices::bad)));
                }));
    }

    /** Returns the confirmation for deleting a credential; empty when it cannot be deleted. */
    public Optional<Confirmation> deleteConfirmation(CredentialId credential) {
        return devices.offered(
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
        if (devices.tryBegin(DeviceAction.DELETE, id)) {
            work(id, () -> {
                try (Secret pin = devices.of(id, SelectedDevice::pin).orElseGet(() -> Secret.of(""))) {
                    delete(id, credential, pin);
                }
            });
        }
    }

    private void delete(LinkId id, CredentialId credential, Secret pin) {
        List<InventoryEntry> ours = context.station().inventory().find(credential).stream()
                .filter(entry -> entry.state() == InventoryEntry.State.IN_USE)
                .toList();
        Answer<Boolean> answer = deviceManagement().delete(id, credential, pin);
        // A rejected PIN is not used again.
        Answer<DeviceContent> left = answer.flatMap(done -> deviceManagement().list(id, pin));
        devices.read(id);
        devices.finish(id, one -> {
            left.result().ifPresentOrElse(content -> devices.open(one, content, pin), one::lock);
            showOutcome(one, answer, "devices.deleted", ours);
        });
    }

    /** Returns the confirmation for a reset; empty when the device cannot be reset. */
    public Optional<Confirmation> resetConfirmation() {
        return devices.offered(DeviceAction.RESET, one -> one.details.map(details -> questions.reset(one, details)));
    }

    /** Resets the confirmed device; does nothing if another device was inserted meanwhile. */
    public void reset(Confirmation confirmed) {
        LinkId id = confirmed.device();
        if (!devices.tryBegin(DeviceAction.RESET, id)) {
            return;
        }
        CancelSignal stop = new CancelSignal();
        List<StoredCredential> listed = devices.of(id, one -> Optional.of(one.credentials())).stream()
                .flatMap(credentials -> credentials.stream().map(HeldCredential::stored))
                .toList();
        List<InventoryEntry> ours =
                devices.of(id, one -> Optional.of(one.entriesInUse())).orElse(List.of());
        devices.update(id, one -> {
            one.resetting = Optional.of(stop);
            one.task = Optional.of(devices.screen.task(new Instruction.None()));
            one.lock();
        });
        work(id, () -> {
            Answer<LinkId> answer = deviceManagement()
                    .reset(new ResetOrder(
                            id,
                            listed,
                            result -> devices.update(id, one -> one.task = Optional.of(devices.screen.task(result))),
                            missed -> devices.update(id, one -> one.notice = Optional.of(devices.missed(missed))),
                            operator.deviceConfirmation(),
                            stop));
            devices.continueWith(
                    id, answer.result().orElse(id), one -> showOutcome(one, answer, "devices.reset.done", ours));
        });
    }

    /** Shows the outcome, and the passkeys that are still registered although their credentials were deleted. */
    private void showOutcome(SelectedDevice one, Answer<?> answer, String done, List<InventoryEntry> lost) {
        Notice outcome = outcome(answer, done);
        if (answer.result().isPresent() && !lost.isEmpty()) {
            InventoryEntry first = lost.getFirst();
            one.former = Optional.of(FormerPasskeys.holder(first));
            String still =
                    context.explain().apply(RunProblem.stillRegistered(first)).title();
            outcome = new Notice(outcome.text() + " " + still + ".", Tint.ATTENTION);
        }
        one.notice = Optional.of(outcome);
    }

    /** Returns the holder whose credential was deleted from the device but is still registered, if any. */
    public Optional<PasskeyHolder> formerHolder() {
        return devices.offered(DeviceAction.REVOKE, one -> one.former);
    }

    /** Cancels a reset that waits for the operator. */
    public void cancel() {
        devices.offered(DeviceAction.CANCEL, one -> one.resetting).ifPresent(CancelSignal::cancel);
    }

    private void work(LinkId id, Runnable task) {
        context.inBackground(task, notice -> devices.finish(id, one -> one.notice = Optional.of(notice)));
    }

    private Notice outcome(Answer<?> answer, String done) {
        Optional<Problem> problem = answer.failure();
        if (problem.isEmpty()) {
            return new Notice(context.text(done), Tint.GOOD);
        }
        Notice bad = devices.bad(problem.get());
        return answer instanceof Answer.Unclear
                ? new Notice(bad.text() + " " + context.text("devices.unclear"), Tint.BAD, bad.problem())
                : bad;
    }

    private DeviceManagement deviceManagement() {
        return context.station().deviceManagement();
    }
}
