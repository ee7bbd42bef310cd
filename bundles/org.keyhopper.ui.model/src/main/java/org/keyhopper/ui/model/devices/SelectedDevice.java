package org.keyhopper.ui.model.devices;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.care.DeviceContent;
import org.keyhopper.core.care.DeviceDetails;
import org.keyhopper.core.care.HeldCredential;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.manual.Stage;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;

/** The device that is looked at, and all that is known of it. Guarded by the presenter. */
final class SelectedDevice {

    final LinkDescription link;
    Optional<DeviceDetails> details = Optional.empty();
    Optional<DeviceContent> content = Optional.empty();
    Optional<Notice> notice = Optional.empty();

    /** Whose passkey is gone from it and still registered at the directory. */
    Optional<PasskeyHolder> former = Optional.empty();

    /** While something is being done to it. */
    boolean busy;

    /** The operator was told that the next wrong PIN blocks it, and has not typed one since. */
    boolean toldOfLastTry;

    /** While it is being reset: raised to give up, and what hands have to do. */
    Optional<CancelSignal> resetting = Optional.empty();

    Optional<Stage> task = Optional.empty();

    /** Known while the content is open. */
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

    /** Forgets the PIN, and what it showed. */
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
}
