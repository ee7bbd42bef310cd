package org.keyhopper.core.device;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.inventory.InventoryEntry;

/**
 * The identification of a device, made without changing it.
 *
 * @param link the link that leads to it
 * @param model the name of the model, or what the link reports where the AAGUID is unknown
 * @param info its authenticatorGetInfo; empty when it did not answer
 * @param obstacle why it cannot be used at all; empty when it can
 * @param known the inventory's entry for it, if it was provisioned here
 * @param warnings what the operator should know before using it, the gravest first
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

    /** Creates facts without warnings. */
    public DeviceFacts(
            LinkDescription link,
            String model,
            Optional<AuthenticatorInfo> info,
            Optional<Problem> obstacle,
            Optional<InventoryEntry> known) {
        this(link, model, info, obstacle, known, List.of());
    }

    /**
     * Returns whether the device may be in use: it has a PIN, fingerprints or no room left, or the inventory knows it.
     */
    public boolean isProvisioned() {
        return known.isPresent() || info.filter(DeviceFacts::isInUse).isPresent() || isFull();
    }

    private static boolean isInUse(AuthenticatorInfo info) {
        return info.isPinSet() || info.hasBuiltInUserVerification();
    }

    private boolean isFull() {
        return info.stream()
                .flatMapToInt(it -> it.limits().remainingDiscoverableCredentials().stream())
                .anyMatch(left -> left == 0);
    }
}
