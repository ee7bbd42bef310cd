package org.keyhopper.ui.model.devices;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceContent;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.core.device.HeldCredential;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.manual.Stage;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;

/** The selected device and everything known of it. Guarded by the presenter. */
final class SelectedDevice {

    final LinkDescription link;
    Optional<DeviceDetails> details = Optional.empty();
    Optional<DeviceContent> content = Optional.empty();
    Optional<Notice> notice = Optional.empty();

    /** The holder whose credential was deleted from the device but is still registered at the directory. */
    Optional<PasskeyHolder> former = Optional.empty();

    /** Whether an operation is in progress. */
    boolean busy;

    /** Whether the operator was warned that the next wrong PIN blocks the device, and has not entered one since. */
    boolean warnedOfLastTry;

    /** Cancels the reset in progress, if any. */
    Optional<CancelSignal> resetting = Optional.empty();

    Optional<Stage> task = Optional.empty();

    /** Set while the content is shown. */
    private Secret pin;

    SelectedDevice(LinkDescription link) {
        this.link = link;
    }

    LinkId id() {
        return link.id();
    }

    void open(DeviceContent listed, Secret right) {
        lock();
        content = Optional.of(listed);
        pin = right;
    }

    /** Clears the PIN and the content. */
    void lock() {
        content = Optional.empty();
        if (pin != null) {
            pin.close();
            pin = null;
        }
    }

    /** Returns a copy that the caller closes. */
    Optional<Secret> pin() {
        return Optional.ofNullable(pin).map(Secret::copy);
    }

    List<HeldCredential> credentials() {
        return content.map(DeviceContent::credentials).orElse(List.of());
    }

    /** Returns the active inventory entries whose credentials a reset would delete. */
    List<InventoryEntry> entriesInUse() {
        Set<InventoryEntry> entries = new LinkedHashSet<>();
        details.ifPresent(known -> entries.addAll(known.entries()));
        credentials().stream()
                .flatMap(held -> held.entry().stream())
                .filter(entry -> entry.state() == InventoryEntry.State.IN_USE)
                .forEach(entries::add);
        return List.copyOf(entries);
    }
}
