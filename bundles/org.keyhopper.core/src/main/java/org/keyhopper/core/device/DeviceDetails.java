package org.keyhopper.core.device;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.core.inventory.InventoryEntry;

/**
 * What a device reports without its PIN.
 *
 * @param facts the identified device
 * @param pinRetries tries left before the PIN is blocked; empty when there is no PIN, or when the device did not answer
 * @param entries the inventory's entries in use that are on this device, as far as it confirms them without its PIN
 */
public record DeviceDetails(DeviceFacts facts, OptionalInt pinRetries, List<InventoryEntry> entries) {

    /** Whether the device can verify its user by itself, such as by a fingerprint (option uv, CTAP 2.2 section 6.4). */
    public enum BuiltInVerification {
        NONE,
        NOT_SET_UP,
        SET_UP
    }

    public DeviceDetails {
        entries = List.copyOf(entries);
    }

    /** Returns whether the device has a PIN. */
    public boolean hasPin() {
        return facts.info().map(AuthenticatorInfo::isPinSet).orElse(false);
    }

    /** Returns whether the PIN is blocked for good, so that only a reset helps. */
    public boolean isPinBlocked() {
        return pinRetries.isPresent() && pinRetries.getAsInt() == 0;
    }

    /** Returns whether the device can list and delete what is on it, once its PIN is given. */
    public boolean canList() {
        return facts.info().map(AuthenticatorInfo::supportsCredentialManagement).orElse(false);
    }

    public BuiltInVerification builtInVerification() {
        Optional<Boolean> option = facts.info().flatMap(info -> info.option("uv"));
        return option.map(ready -> ready ? BuiltInVerification.SET_UP : BuiltInVerification.NOT_SET_UP)
                .orElse(BuiltInVerification.NONE);
    }
}
