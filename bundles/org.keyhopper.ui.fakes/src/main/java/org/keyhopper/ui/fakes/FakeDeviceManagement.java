package org.keyhopper.ui.fakes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceContent;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.core.device.DeviceManagement;
import org.keyhopper.core.device.HeldCredential;
import org.keyhopper.core.device.ResetOrder;
import org.keyhopper.core.inventory.InventoryEntry;

/** Performs operations on fake devices immediately. */
public final class FakeDeviceManagement implements DeviceManagement {

    private final FakeDevices devices;
    private final FakeInventory inventory;

    /** The answer to every operation that changes a device, instead of performing it, if set. */
    public Optional<Answer<?>> instead = Optional.empty();

    /** The order of the last reset. */
    public ResetOrder lastReset;

    /** Whether the next PIN may use the last retry. */
    private boolean lastTry;

    /**
     * Called during a reset while a key is removed; the state it leaves, such as a raised stop signal, determines how
     * the reset continues.
     */
    public Runnable whileOut = () -> {};

    public FakeDeviceManagement(FakeDevices devices, FakeInventory inventory) {
        this.devices = devices;
        this.inventory = inventory;
    }

    @Override
    public Answer<DeviceDetails> inspect(LinkId link) {
        return with(
                link,
                device -> Answer.done(new DeviceDetails(
                        device.facts(),
                        device.pin.isEmpty() ? OptionalInt.empty() : OptionalInt.of(device.tries),
                        device.link().serial().map(inventory::withSerial).orElse(List.of()))));
    }

    @Override
    public Answer<DeviceContent> list(LinkId link, Secret pin) {
        return withPin(
                link,
                pin,
                device -> Answer.done(new DeviceContent(
                        device.credentials.stream()
                                .map(stored -> new HeldCredential(stored, inventory.find(stored.id())))
                                .toList(),
                        device.free())));
    }

    @Override
    public Answer<Boolean> delete(LinkId link, CredentialId credential, Secret pin) {
        return changed(() -> withPin(link, pin, device -> {
            inventory.mark(credential, InventoryEntry.State.DELETED);
            return device.credentials.removeIf(stored -> stored.id().equals(credential))
                    ? Answer.done(true)
                    : Answer.failed(Problem.of(DeviceProblem.NO_CREDENTIALS));
        }));
    }

    @Override
    public Answer<Boolean> setPin(LinkId link, Secret pin) {
        return changed(() -> with(link, device -> {
            device.pin = text(pin);
            return Answer.done(true);
        }));
    }

    @Override
    public Answer<Boolean> changePin(LinkId link, Secret current, Secret next) {
        return changed(() -> withPin(link, current, device -> {
            device.pin = text(next);
            device.changeForced = false;
            return Answer.done(true);
        }));
    }

    @Override
    public Answer<LinkId> reset(ResetOrder order) {
        lastReset = order;
        return changed(() -> with(order.device(), device -> {
            if (device.link().kind() == DeviceKind.USB_KEY) {
                order.instruct().accept(new Instruction.TakeOut(Duration.ofSeconds(60)));
                devices.remove(device);
                order.instruct().accept(new Instruction.PutBack(Duration.ofSeconds(60)));
                whileOut.run();
                device.reinsert();
                devices.insert(device);
            }
            if (order.stop().isCancelled()) {
                return Answer.failed(Problem.of(DeviceProblem.CANCELLED));
            }
            device.pin = "";
            device.credentials.forEach(stored -> inventory.mark(stored.id(), InventoryEntry.State.RESET));
            device.credentials.clear();
            return Answer.done(device.link().id());
        }));
    }

    @Override
    public DeviceManagement allowingLastPinAttempt() {
        lastTry = true;
        return this;
    }

    @Override
    public Answer<Boolean> wink(LinkId link) {
        return with(link, device -> {
            device.winked++;
            return Answer.done(device.link().kind() == DeviceKind.USB_KEY);
        });
    }

    @SuppressWarnings("unchecked")
    private <T> Answer<T> changed(Supplier<Answer<T>> act) {
        return instead.map(answer -> (Answer<T>) answer).orElseGet(act);
    }

    private <T> Answer<T> with(LinkId link, Function<FakeDevice, Answer<T>> act) {
        return devices.at(link).map(act).orElseGet(() -> Answer.failed(Problem.of(DeviceProblem.GONE)));
    }

    private <T> Answer<T> withPin(LinkId link, Secret pin, Function<FakeDevice, Answer<T>> act) {
        boolean confirmLastPinAttempt = lastTry;
        lastTry = false;
        return with(link, device -> {
            if (device.tries == 1 && !confirmLastPinAttempt) {
                return Answer.failed(Problem.of(DeviceProblem.PIN_LAST_TRY));
            }
            if (!device.pin.equals(text(pin))) {
                device.tries--;
                return Answer.failed(Problem.of(DeviceProblem.PIN_INVALID, "" + device.tries));
            }
            device.tries = 8;
            return act.apply(device);
        });
    }

    private static String text(Secret pin) {
        return new String(pin.toChars());
    }
}
