package org.keyhopper.core.internal.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.fido.DeviceException;

/**
 * Identifies devices without changing them: by authenticatorGetInfo (CTAP 2.2 section 6.4), the serial number, and
 * credentials of the inventory that the device confirms without PIN or touch. On the device's worker.
 */
public final class Identification {

    /**
     * How many credentials of the inventory a device without serial number is asked for. Each exchange asks for as many
     * as the device takes in one list, so that a handful of exchanges do, and only on a device that has a PIN.
     */
    private static final int CANDIDATES = 64;

    private static final UUID NO_MODEL = new UUID(0, 0);

    /** Digits of the AAGUID that distinguish unlisted models. */
    private static final int TAIL = 6;

    private final Inventory inventory;
    private final Function<UUID, Optional<String>> metadata;
    private final Properties names = new Properties();

    /** Makes one without names of the metadata. */
    public Identification(Inventory inventory) {
        this(inventory, aaguid -> Optional.empty());
    }

    /** @param metadata finds the names of models that are not listed in {@code models.properties} */
    public Identification(Inventory inventory, Function<UUID, Optional<String>> metadata) {
        this.inventory = inventory;
        this.metadata = metadata;
        try (InputStream in = Identification.class.getResourceAsStream("models.properties")) {
            names.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the name of the device's model by its AAGUID. An unlisted key has the product name of its USB descriptor; a
     * card has none, and its reader's name does not describe it.
     */
    public String modelOf(LinkDescription link, AuthenticatorInfo info) {
        return Optional.ofNullable(names.getProperty(info.aaguid().toString()))
                .or(() -> metadata.apply(info.aaguid()))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> unlisted(link, info));
    }

    private static String unlisted(LinkDescription link, AuthenticatorInfo info) {
        if (link.kind() == DeviceKind.USB_KEY) {
            return link.product();
        }
        String word = info.transports().contains("usb") ? "Security key" : "Smart card";
        String aaguid = info.aaguid().toString();
        return info.aaguid().equals(NO_MODEL) ? word : word + " " + aaguid.substring(aaguid.length() - TAIL);
    }

    /** Names a device whose AAGUID is not known. */
    private static String unasked(LinkDescription link) {
        return link.kind() == DeviceKind.USB_KEY ? link.product() : "Smart card";
    }

    DeviceFacts of(OpenDevice device) throws DeviceException {
        // Just read when the device was opened for this task.
        AuthenticatorInfo info = device.justOpened()
                ? device.authenticator().info()
                : device.authenticator().readInfo();
        String model = modelOf(device.link(), info);
        return new DeviceFacts(
                device.link(), model, Optional.of(info), obstacle(info), known(device, info), warnings(device, info));
    }

    DeviceFacts failed(LinkDescription link, Problem problem) {
        return new DeviceFacts(link, unasked(link), Optional.empty(), Optional.of(problem), Optional.empty());
    }

    DeviceFacts gone(LinkId id) {
        return failed(
                new LinkDescription(id, DeviceKind.CONTACT_CARD, id.slot(), Optional.empty(), ""),
                Problem.of(DeviceProblem.GONE));
    }

    private static Optional<Problem> obstacle(AuthenticatorInfo info) {
        if (!info.supportsCtap2()) {
            return Optional.of(Problem.of(DeviceProblem.U2F_ONLY));
        }
        return info.has("rk") ? Optional.empty() : Optional.of(Problem.of(DeviceProblem.NO_RESIDENT_KEYS));
    }

    /** Returns what the operator should know before anything is done, the gravest first. */
    private static List<Problem> warnings(OpenDevice device, AuthenticatorInfo info) throws DeviceException {
        OptionalInt retries = info.isPinSet() ? device.authenticator().pin().retries() : OptionalInt.empty();
        List<Problem> warnings = new ArrayList<>();
        if (retries.orElse(1) == 0) {
            warnings.add(Problem.of(DeviceProblem.PIN_BLOCKED));
        }
        if (info.pin().forcePinChange()) {
            warnings.add(Problem.of(DeviceProblem.PIN_CHANGE_FORCED));
        }
        if (info.limits().remainingDiscoverableCredentials().orElse(1) == 0) {
            warnings.add(Problem.of(DeviceProblem.KEY_STORE_FULL));
        }
        if (info.hasBuiltInUserVerification()) {
            warnings.add(Problem.of(DeviceProblem.FINGERPRINTS_STORED));
        }
        if (info.versions().stream().noneMatch(Identification::isLaterThanCtap20)) {
            warnings.add(Problem.of(DeviceProblem.FIDO_2_0_ONLY));
        }
        return warnings;
    }

    private static boolean isLaterThanCtap20(String version) {
        return version.startsWith("FIDO_2_") && !version.equals("FIDO_2_0");
    }

    private Optional<InventoryEntry> known(OpenDevice device, AuthenticatorInfo info) throws DeviceException {
        Optional<InventoryEntry> bySerial = withSerialOf(device).stream().findFirst();
        return bySerial.isPresent() || !info.isPinSet() ? bySerial : byCredential(device, info, Set.of());
    }

    /** Returns the inventory's entries in use that are on this device, as far as it confirms them without its PIN. */
    public List<InventoryEntry> entriesOn(OpenDevice device) throws DeviceException {
        AuthenticatorInfo info = device.authenticator().info();
        List<InventoryEntry> bySerial = withSerialOf(device);
        if (!bySerial.isEmpty() || !info.isPinSet()) {
            return bySerial;
        }
        Set<InventoryEntry> found = new LinkedHashSet<>();
        while (byCredential(device, info, found).filter(found::add).isPresent()) {
            // A device confirms one credential at a time.
        }
        return List.copyOf(found);
    }

    private List<InventoryEntry> withSerialOf(OpenDevice device) {
        return device.link().serial().map(inventory::withSerial).orElse(List.of());
    }

    /**
     * Returns the inventory's entries whose credential may still be on a device of this model, newest first: those in
     * use, and those that were revoked, lost or given back.
     */
    public List<InventoryEntry> candidates(UUID aaguid) {
        return inventory.list().stream()
                .filter(entry -> entry.aaguid().equals(aaguid))
                .filter(entry -> entry.state() == InventoryEntry.State.IN_USE
                        || entry.state() == InventoryEntry.State.REVOKED
                        || entry.state() == InventoryEntry.State.LOST
                        || entry.state() == InventoryEntry.State.RETURNED)
                .sorted(Comparator.comparing(InventoryEntry::since).reversed())
                .toList();
    }

    /** Most cards report no serial number; the credential that was made on a card identifies it. */
    private Optional<InventoryEntry> byCredential(OpenDevice device, AuthenticatorInfo info, Set<InventoryEntry> but)
            throws DeviceException {
        List<InventoryEntry> candidates = inventory.ofModel(info.aaguid(), CANDIDATES).stream()
                .filter(entry -> !but.contains(entry))
                .toList();
        List<String> relyingParties =
                candidates.stream().map(InventoryEntry::rpId).distinct().toList();
        for (String rpId : relyingParties) {
            List<InventoryEntry> same = candidates.stream()
                    .filter(entry -> entry.rpId().equals(rpId))
                    .toList();
            var found = device.authenticator()
                    .credentials()
                    .findSilently(
                            rpId, same.stream().map(InventoryEntry::credential).toList());
            if (found.isPresent()) {
                return same.stream()
                        .filter(entry -> entry.credential().equals(found.get()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }
}
