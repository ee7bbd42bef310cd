package org.keyhopper.core.device;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.inventory.InventoryEntry;

/**
 * What was found out about a device without changing it.
 *
 * @param link how it is reached
 * @param model the model's name, or what the link says where we do not know the AAGUID
 * @param info its getInfo; empty when it could not be asked
 * @param obstacle why it cannot be used at all, if so
 * @param known the inventory's entry for it, if we provisioned it
 * @param warnings what the operator should know of it besides, the gravest first
 */
public record DeviceFacts(
        LinkDescription link,
        String model,
        Optional<AuthenticatorInfo> info,
        Optional<Problem> obstacle,
        Optional<InventoryEntry> known,
        List<Problem> warnings) {

    public DeviceFacts {
        warnings = List.copyOf(warnings);
    }

    /** Facts without warnings. */
    public DeviceFacts(
            LinkDescription link,
            String model,
            Optional<AuthenticatorInfo> info,
            Optional<Problem> obstacle,
            Optional<InventoryEntry> known) {
        this(link, model, info, obstacle, known, List.of());
    }

    /**
     * Returns whether somebody may be using this device: it has a PIN, knows somebody's fingers or has no room left, or the
     * inventory knows it.
     */
    public boolean isProvisioned() {
        return known.isPresent() || info.filter(DeviceFacts::isTaken).isPresent() || isFull();
    }

    private static boolean isTaken(AuthenticatorInfo told) {
        return told.pinIsSet() || told.verifiesByItself();
    }

    private boolean isFull() {
        return info.stream()
                .flatMapToInt(told -> told.limits().remainingDiscoverableCredentials().stream())
                .anyMatch(left -> left == 0);
    }
}
