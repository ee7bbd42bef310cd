package org.keyhopper.core.internal.device;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceContent;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DeviceManagement;
import org.keyhopper.core.device.DeviceTask;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.HeldCredential;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.device.ResetOrder;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceCredentials;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Manages devices on their workers, and keeps the inventory up to date.
 *
 * @param allowLastPinAttempt whether the last try for a PIN may be used
 */
public record LiveDeviceManagement(
        Devices devices,
        Identification identification,
        Inventory inventory,
        DevicesInUse used,
        DeviceReset reset,
        boolean allowLastPinAttempt)
        implements DeviceManagement {

    private static final Logger LOGGER = LoggerFactory.getLogger(LiveDeviceManagement.class);

    @Override
    public Answer<DeviceDetails> inspect(LinkId device) {
        if (used.isWorkedOn(device)) {
            return Answer.failed(Problem.of(RunProblem.DEVICE_IN_USE));
        }
        DeviceFacts facts;
        try {
            facts = DeviceCalls.await(devices.identify(device));
        } catch (DeviceException e) {
            return Answer.failed(e.problem());
        }
        DeviceDetails little = new DeviceDetails(facts, OptionalInt.empty(), List.of());
        return facts.info().isEmpty()
                ? Answer.done(little)
                : reading(device, open -> details(open, facts))
                        .result()
                        .map(Answer::done)
                        .orElse(Answer.done(little));
    }

    private DeviceDetails details(OpenDevice device, DeviceFacts facts) throws DeviceException {
        return new DeviceDetails(facts, device.authenticator().pin().retries(), identification.entriesOn(device));
    }

    @Override
    public Answer<DeviceContent> list(LinkId device, Secret pin) {
        return reading(device, open -> {
            spareLastTry(open);
            return content(open.authenticator().credentials(), pin);
        });
    }

    private DeviceContent content(DeviceCredentials credentials, Secret pin) throws DeviceException {
        List<HeldCredential> held = credentials.list(pin).stream()
                .map(stored -> new HeldCredential(stored, inventory.find(stored.id())))
                .toList();
        return new DeviceContent(held, credentials.occupancy(pin).remaining());
    }

    @Override
    public Answer<Boolean> delete(LinkId device, CredentialId credential, Secret pin) {
        return changing(device, open -> {
            spareLastTry(open);
            open.authenticator().credentials().delete(credential, pin);
            LOGGER.info("Deleted the credential {} from {}", credential, named(open));
            mark(Set.of(credential), InventoryEntry.State.DELETED);
            return true;
        });
    }

    @Override
    public Answer<Boolean> setPin(LinkId device, Secret pin) {
        return changing(device, open -> {
            open.authenticator().pin().set(pin);
            LOGGER.info("Set the PIN of {}", named(open));
            return true;
        });
    }

    @Override
    public Answer<Boolean> changePin(LinkId device, Secret current, Secret next) {
        return changing(device, open -> {
            spareLastTry(open);
            open.authenticator().pin().change(current, next);
            LOGGER.info("Changed the PIN of {}", named(open));
            return true;
        });
    }

    @Override
    public Answer<LinkId> reset(ResetOrder order) {
        Answer<LinkId> answer = changing(order.device(), open -> {
            List<CredentialId> lost = new ArrayList<>();
            order.listed().forEach(stored -> lost.add(stored.id()));
            identification.entriesOn(open).forEach(entry -> lost.add(entry.credential()));
            LinkId now = reset.reset(open, order);
            LOGGER.info("Reset {}", named(open));
            mark(lost, InventoryEntry.State.RESET);
            return now;
        });
        if (Thread.currentThread().isInterrupted()) {
            // The reset must not go on waiting for an operator whose caller has left.
            order.stop().cancel();
        }
        return answer;
    }

    @Override
    public DeviceManagement allowingLastPinAttempt() {
        return new LiveDeviceManagement(devices, identification, inventory, used, reset, true);
    }

    private void spareLastTry(OpenDevice device) throws DeviceException {
        if (!allowLastPinAttempt && device.authenticator().pin().retries().equals(OptionalInt.of(1))) {
            throw DeviceException.refused(Problem.of(DeviceProblem.PIN_LAST_TRY));
        }
    }

    /** An entry that is not in use any more keeps its state. */
    private void mark(Iterable<CredentialId> gone, InventoryEntry.State state) {
        for (CredentialId credential : gone) {
            inventory
                    .find(credential)
                    .filter(entry -> entry.state() == InventoryEntry.State.IN_USE)
                    .ifPresent(entry -> inventory.mark(credential, state));
        }
    }

    @Override
    public Answer<Boolean> wink(LinkId device) {
        return reading(device, open -> {
            try {
                return open.channel().wink();
            } catch (ChannelException e) {
                throw DeviceException.unreached(e.problem(), e);
            }
        });
    }

    private <T> Answer<T> reading(LinkId device, DeviceTask<T> task) {
        if (used.isWorkedOn(device)) {
            return Answer.failed(Problem.of(RunProblem.DEVICE_IN_USE));
        }
        try {
            return Answer.done(DeviceCalls.await(devices.submit(device, task)));
        } catch (DeviceException | CompletionException e) {
            return Answer.failed(Failures.problemOf(e));
        }
    }

    /** Checks once more on the worker, where no ceremony can begin in between. */
    private <T> Answer<T> changing(LinkId device, DeviceTask<T> task) {
        try {
            return Answer.done(DeviceCalls.await(devices.submit(device, open -> {
                if (used.contains(device)) {
                    throw DeviceException.refused(Problem.of(RunProblem.DEVICE_IN_USE));
                }
                return task.run(open);
            })));
        } catch (DeviceException e) {
            return e.changedNothing() ? Answer.failed(e.problem()) : Answer.unclear(e.problem());
        } catch (CompletionException e) {
            return Answer.unclear(Failures.problemOf(e));
        }
    }

    private static String named(OpenDevice device) {
        LinkDescription link = device.link();
        return link.kind() == DeviceKind.USB_KEY
                ? link.product() + link.serial().map(serial -> " " + serial).orElse("")
                : "the card in " + link.id().slot();
    }
}
